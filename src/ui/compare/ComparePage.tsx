import { openNote } from "../../app/compare/compare-store.ts";
import { Logo } from "../icons.tsx";
import { ThemeSwitch } from "../ThemeSwitch.tsx";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { NoteIntake } from "./NoteIntake.tsx";
import { StudentStatus } from "./StudentStatus.tsx";

/** Teacher mode: the same note, read by the student and by teachers. */
export function ComparePage() {
  const { setTheme } = useCompare();
  const theme = useCompareState((state) => state.theme);
  const note = useCompareState(openNote);
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.name}>
          <Logo />
          Chartlight <span className={styles.mode}>with teachers</span>
        </h1>
        <span className={styles.space} />
        <a href="../">The page without teachers</a>
        <ThemeSwitch theme={theme} onTheme={setTheme} />
      </header>
      <main className={styles.main}>
        <NoteIntake />
        {note === undefined ? null : <StudentStatus note={note} />}
      </main>
    </>
  );
}
