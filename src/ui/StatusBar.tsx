import { isBlank } from "../app/note-text.ts";
import { formatCount } from "../app/words.ts";
import { useNote } from "./app-context.ts";
import controls from "./controls.module.css";
import { LockIcon } from "./icons.tsx";
import { NotesButton } from "./NotesButton.tsx";
import { KeepSwitch } from "./KeepSwitch.tsx";
import styles from "./StatusBar.module.css";
import { StatusLine } from "./StatusLine.tsx";
import { UndoOffer } from "./UndoOffer.tsx";

export interface StatusBarProps {
  readonly onProof: () => void;
  readonly onRail: () => void;
  readonly onNotes: () => void;
  /** A sheet lies over it, which then offers the undo. */
  readonly covered: boolean;
}

/** At the foot of the window: what the engine does, and where the note stays. */
export function StatusBar({ onProof, onRail, onNotes, covered }: StatusBarProps) {
  const blank = useNote((state) => isBlank(state.text));
  const mentions = useNote((state) => state.mentions.length);
  return (
    <footer className={styles.bar} data-bar="bottom" data-blank={blank ? "" : undefined}>
      <div className={styles.line}>
        {covered ? null : <UndoOffer />}
        <StatusLine />
      </div>
      <NotesButton onClick={onNotes} />
      <button type="button" className={`${controls.outlined ?? ""} ${styles.rail ?? ""}`} onClick={onRail}>
        List {formatCount(mentions)}
      </button>
      <button type="button" className={styles.privacy} onClick={onProof} aria-haspopup="dialog">
        <LockIcon />
        Read on this machine. Nothing is sent.
      </button>
      <KeepSwitch />
    </footer>
  );
}
