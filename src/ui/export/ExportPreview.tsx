import type { ExportJob } from "../../app/export/export-notes.ts";
import { previewOf } from "../../app/export/preview.ts";
import { formatNumber } from "../../app/words.ts";
import type { NoteFormat } from "../../core/formats/note-format.ts";
import styles from "./ExportDialog.module.css";
import { useCounts } from "./use-counts.ts";

const UNITS: Readonly<Record<NoteFormat["offsetUnit"], string>> = {
  utf16: "Offsets count UTF-16 units.",
  codepoint: "Offsets count Unicode code points.",
  both: "Offsets are given in UTF-16 units and in code points.",
  none: "",
};

/** What the file will hold: counts, what is left out, the unit of offsets, the first lines. */
export function ExportPreview({ job }: { readonly job: ExportJob }) {
  const counts = useCounts(job);
  const unread = job.records.filter(({ reading }) => reading === undefined).length;
  const preview = job.format.id === "html" ? undefined : previewOf(job);
  return (
    <>
      <div className={styles.counts}>
        <p>
          {counts === undefined ? "Counting…" : `${formatNumber(counts.notes, "note")}, ${formatNumber(counts.mentions, "mention")}.`} {UNITS[job.format.offsetUnit]}
          {unread > 0 ? ` ${formatNumber(unread, "note")} not read yet: without mentions.` : ""}
        </p>
        {counts && counts.leftOut.size > 0 ? (
          <ul>
            {[...counts.leftOut].map(([reason, number]) => (
              <li key={reason}>
                {formatNumber(number, "mention")} left out or changed: {number === 1 ? "it" : "each"} {reason}.
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {preview ? (
        <details className={styles.preview} open>
          <summary>Preview: {preview.fileName}</summary>
          <pre tabIndex={0} role="region" aria-label="Preview">
            {preview.beginning}
          </pre>
        </details>
      ) : null}
    </>
  );
}
