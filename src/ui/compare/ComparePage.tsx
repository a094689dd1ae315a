import { openNote } from "../../app/compare/compare-store.ts";
import { Logo } from "../icons.tsx";
import { ThemeSwitch } from "../ThemeSwitch.tsx";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";
import { Comparison } from "./Comparison.tsx";
import { ConsentSheet } from "./ConsentSheet.tsx";
import { FileRemarks } from "./FileRemarks.tsx";
import { NoteIntake } from "./NoteIntake.tsx";
import { NotePicker } from "./NotePicker.tsx";
import { TeacherPanel } from "./TeacherPanel.tsx";

/** Teacher mode: the same note, read by the student and by teachers. */
export function ComparePage() {
  const { setTheme } = useCompare();
  const theme = useCompareState((state) => state.theme);
  const note = useCompareState(openNote);
  const sending = useCompareState((state) => state.sheet[0]);
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
        <p className={styles.lead}>
          The student reads the note on this machine. A teacher of yours, a large language model, reads it where it runs: nothing goes to
          one before you have seen what goes and agreed.
        </p>
        {note === undefined ? <NoteIntake /> : <NotePicker note={note} />}
        <FileRemarks />
        <TeacherPanel />
        {note === undefined ? null : <Comparison />}
      </main>
      {sending === undefined ? null : <ConsentSheet key={`${sending.noteId} ${sending.teacherId}`} sending={sending} />}
    </>
  );
}
