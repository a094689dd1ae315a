import { useRef, useState } from "react";
import { useStore } from "zustand/react";
import type { ScoreHere } from "../../app/score-here.ts";
import { formatNumber, TYPE_HEADINGS } from "../../app/words.ts";
import controls from "../controls.module.css";
import styles from "./Score.module.css";

/** Takes the file of labels, chosen or dropped. */
export function GoldPicker({ scoreHere }: { readonly scoreHere: ScoreHere }) {
  const gold = useStore(scoreHere.store, (state) => state.gold);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void scoreHere.open(file, file.name);
  };
  return (
    <div
      className={styles.picker}
      data-over={over ? "" : undefined}
      // The page behind takes dropped files as notes.
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      {gold === undefined ? (
        <p>
          Drop a file of labelled notes here: corpus JSON lines, or a Chartlight file saved after review. It is scored on this machine; nothing is sent.
        </p>
      ) : (
        <p>
          <b>{gold.name}</b>: {formatNumber(gold.notes.length, "labelled note")}; {gold.types.map((type) => TYPE_HEADINGS[type].toLowerCase()).join(", ")}
        </p>
      )}
      <button type="button" className={controls.outlined} onClick={() => input.current?.click()}>
        {gold === undefined ? "Choose a file" : "Another file"}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File of labelled notes"
        accept=".jsonl,.json,.gz,.ndjson"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = ""; // the same file again is a choice, too
        }}
      />
    </div>
  );
}
