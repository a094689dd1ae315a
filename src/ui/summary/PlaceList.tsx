import { useEffect, useRef, useState } from "react";
import type { NamedNote } from "../../app/summary-notes.ts";
import { ASSERTION_NAMES, formatCount, formatNumber } from "../../app/words.ts";
import type { Place } from "../../core/summary/summary.ts";
import controls from "../controls.module.css";
import { Glyph } from "../Glyph.tsx";
import { SnippetText } from "../SnippetText.tsx";
import styles from "./Summary.module.css";

export interface PlaceListProps {
  readonly title: string;
  readonly notes: readonly NamedNote[];
  /** In order. */
  readonly places: readonly Place[];
  readonly onOpen: (noteId: string, start: number) => void;
  readonly onClose: () => void;
}

const FIRST_NOTES = 30;

/** The mentions behind a figure, note by note; choosing one opens its note there. */
export function PlaceList({ title, notes, places, onOpen, onClose }: PlaceListProps) {
  const [shown, setShown] = useState(FIRST_NOTES);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const byNote = new Map<number, Place[]>();
  for (const place of places) byNote.set(place.note, [...(byNote.get(place.note) ?? []), place]);
  return (
    <section className={styles.places} aria-label={`Mentions: ${title}`}>
      <div className={styles.frameHead}>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <span className={styles.soft}>
          {formatNumber(places.length, "mention")} in {formatNumber(byNote.size, "note")}
        </span>
        <button type="button" className={controls.quiet} onClick={onClose}>
          Close list
        </button>
      </div>
      <ul>
        {[...byNote].slice(0, shown).map(([index, ofNote]) => {
          const note = notes[index];
          return note === undefined ? null : (
            <li key={index}>
              <p className={styles.noteName}>
                {note.name}
                {note.date === undefined ? null : <span className={styles.soft}> {note.date}</span>}
              </p>
              <ul>
                {ofNote.map(({ mention }) => (
                  <li key={mention.start}>
                    <button type="button" className={styles.place} data-type={mention.type} onClick={() => onOpen(note.id, mention.start)}>
                      <SnippetText text={note.text} mention={mention} />
                      <span className={styles.assertion}>
                        <Glyph assertion={mention.assertion} />
                        {mention.assertion === "present" ? "" : ASSERTION_NAMES[mention.assertion]}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {shown < byNote.size ? (
        <button type="button" className={controls.outlined} onClick={() => setShown(shown + FIRST_NOTES)}>
          Show more of {formatCount(byNote.size)} notes
        </button>
      ) : null}
    </section>
  );
}
