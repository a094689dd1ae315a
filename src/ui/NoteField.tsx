import { useEffect, useLayoutEffect, useRef, type ChangeEvent, type KeyboardEvent } from "react";
import { isArrival } from "../app/arrival.ts";
import { isBlank } from "../app/note-text.ts";
import { useChartlight, useNote } from "./app-context.ts";
import { leaveEditing } from "./editing.ts";
import { NOTE_FIELD_ID } from "./note-dom.ts";
import styles from "./NoteField.module.css";
import { useLongInsert } from "./use-long-insert.ts";

/** The one field that always holds the note's text. It is uncontrolled: the browser's own undo stays. */
export function NoteField({ look }: { readonly look: "open" | "over the marks" | "out of sight" }) {
  const { note, view, noteActions } = useChartlight();
  const ref = useRef<HTMLTextAreaElement>(null);
  const text = useNote((state) => state.text);

  // The text came from elsewhere (a file, a sample, undo): the field takes it over and the note is shown for reading.
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field || field.value === text) return;
    field.value = text;
    if (isBlank(text)) field.focus({ preventScroll: true });
    else leaveEditing();
    scrollTo({ top: 0, behavior: "instant" });
  }, [text]);

  useLongInsert(ref);

  useEffect(() => {
    if (isBlank(note.getState().text)) ref.current?.focus({ preventScroll: true });
  }, [note]);

  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value } = event.target;
    const native = event.nativeEvent;
    const inputType = native instanceof InputEvent ? native.inputType : "";
    const arrived = isArrival(inputType, note.getState().text, value);
    noteActions.edit(value, arrived ? "arrived" : "typed");
    if (arrived) {
      leaveEditing();
      scrollTo({ top: 0, behavior: "instant" });
    }
  };

  return (
    <textarea
      ref={ref}
      id={NOTE_FIELD_ID}
      className={styles.field}
      data-look={look}
      aria-label="Clinical note"
      aria-keyshortcuts="e"
      placeholder="Paste a clinical note, or type one"
      tabIndex={look === "out of sight" ? -1 : 0}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      rows={1}
      onChange={change}
      onFocus={() => view.setState({ mode: "editing", card: undefined })}
      // When the whole window loses the focus, the field has it still.
      onBlur={() => document.hasFocus() && view.setState({ mode: "reading" })}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape" || isBlank(note.getState().text)) return;
        event.preventDefault();
        leaveEditing();
      }}
    />
  );
}
