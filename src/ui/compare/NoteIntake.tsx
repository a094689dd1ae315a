import { useState } from "react";
import { isBlank } from "../../app/note-text.ts";
import { SAMPLES } from "../../app/samples.ts";
import controls from "../controls.module.css";
import { useCompare } from "./compare-context.ts";
import styles from "./NoteIntake.module.css";

/** Brings a note: pasted, from files, or a sample. */
export function NoteIntake() {
  const { notes } = useCompare();
  const [text, setText] = useState("");
  const take = () => {
    notes.add([{ text }]);
    setText("");
  };
  return (
    <section className={styles.intake} aria-labelledby="intake-title">
      <h2 id="intake-title">The note</h2>
      <textarea
        className={styles.field}
        aria-label="Clinical note"
        placeholder="Paste a clinical note, or type one"
        spellCheck={false}
        autoComplete="off"
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.ways}>
        <button type="button" className={controls.strong} disabled={isBlank(text)} onClick={take}>
          Read this note
        </button>
        <label className={`${controls.outlined ?? ""} ${styles.files ?? ""}`}>
          Open files
          <input
            type="file"
            multiple
            accept=".txt,.md,.text,.jsonl,text/plain,text/markdown"
            onChange={(event) => {
              void notes.addFiles([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
        </label>
        {SAMPLES.map((sample) => (
          <button key={sample.id} type="button" className={controls.quiet} onClick={() => notes.add([{ name: sample.title, text: sample.text }])}>
            {sample.title}
          </button>
        ))}
      </div>
    </section>
  );
}
