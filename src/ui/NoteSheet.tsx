import { isBlank } from "../app/note-text.ts";
import { formatCount } from "../app/words.ts";
import { useNote, useView } from "./app-context.ts";
import { LONGEST_BACKDROP } from "./editing.ts";
import { FirstLook } from "./FirstLook.tsx";
import { MarkedNote } from "./MarkedNote.tsx";
import { MentionCard } from "./MentionCard.tsx";
import { NoteField } from "./NoteField.tsx";
import styles from "./NoteSheet.module.css";
import { NoteTools } from "./NoteTools.tsx";
import { ReviewBar } from "./ReviewBar.tsx";
import { SelectionTools } from "./SelectionTools.tsx";

/** The note: one field and its marked copy in one place; which of the two is in front is the state. */
export function NoteSheet({ onExport }: { readonly onExport: () => void }) {
  const blank = useNote((state) => isBlank(state.text));
  const long = useNote((state) => state.text.length > LONGEST_BACKDROP);
  const editing = useView((state) => state.mode === "editing");
  const look = blank || (editing && long) ? "open" : editing ? "over the marks" : "out of sight";
  return (
    <section className={styles.sheet} aria-label="Note">
      {blank ? null : <NoteTools onExport={onExport} />}
      {blank || editing ? null : <ReviewBar />}
      {editing && long ? (
        <p className={styles.hint}>
          Marks are hidden while you edit: the note is longer than {formatCount(LONGEST_BACKDROP)} characters. They come back when you are done.
        </p>
      ) : null}
      <div className={styles.paper}>
        <MarkedNote drawn={look !== "open"} />
        <NoteField look={look} />
        <MentionCard />
        <SelectionTools />
      </div>
      {blank ? <FirstLook /> : null}
    </section>
  );
}
