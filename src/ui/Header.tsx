import controls from "./controls.module.css";
import styles from "./Header.module.css";
import { Logo } from "./icons.tsx";
import { OpenMenu } from "./import/OpenMenu.tsx";
import { ModelChip } from "./ModelChip.tsx";
import { SampleMenu } from "./SampleMenu.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

/** Name, ways to bring a note, the model, the theme, help. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        Chartlight
      </h1>
      <OpenMenu />
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
