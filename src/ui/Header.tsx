import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import { openFilePicker } from "./file-picker.ts";
import styles from "./Header.module.css";
import { Logo } from "./icons.tsx";
import { ModelChip } from "./ModelChip.tsx";
import { SampleMenu } from "./SampleMenu.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

/** Name, ways to bring a note, the model, the theme, help. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const { noteActions } = useChartlight();
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        Chartlight
      </h1>
      <button
        type="button"
        className={controls.quiet}
        onClick={() => openFilePicker((file) => void noteActions.openFile(file))}
      >
        Open
      </button>
      <SampleMenu />
      <span className={styles.space} />
      <ModelChip />
      <ThemeButton />
      <button type="button" className={controls.icon} aria-label="Keyboard and help" title="Keyboard and help" onClick={onHelp}>
        ?
      </button>
    </header>
  );
}
