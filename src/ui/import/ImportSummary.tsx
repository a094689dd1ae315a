import { useState } from "react";
import type { FileRemark, ImportState } from "../../app/import-notes.ts";
import { formatCount, formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { CloseIcon } from "../icons.tsx";
import styles from "./ImportCard.module.css";
import { remarkGroups } from "./remark-groups.ts";

type Outcome = Extract<ImportState, { phase: "done" }>;

export interface ImportSummaryProps {
  readonly outcome: Outcome;
  readonly onDismiss: () => void;
}

/** What came of an import: notes added, and why what was not read was not. */
export function ImportSummary({ outcome, onDismiss }: ImportSummaryProps) {
  const { problems, notices } = outcome;
  return (
    <section className={styles.card} aria-label="Import">
      <div className={styles.row}>
        <p className={styles.title} role="status">
          {headline(outcome)}
        </p>
        <button type="button" className={controls.icon} aria-label="Dismiss the summary" onClick={onDismiss}>
          <CloseIcon />
        </button>
      </div>
      <Remarks title="Not read" remarks={problems} open />
      <Remarks title="Worth knowing" remarks={notices} open={problems.length === 0} />
      {problems.length + notices.length === 0 ? null : <CopyButton remarks={[...problems, ...notices]} />}
    </section>
  );
}

function headline({ notes, unreadFiles, partlyReadFiles, cancelled }: Outcome): string {
  const parts = [
    `${formatNumber(notes, "note")} added`,
    ...(unreadFiles > 0 ? [`${formatNumber(unreadFiles, "file")} could not be read`] : []),
    ...(partlyReadFiles > 0 ? [`${formatNumber(partlyReadFiles, "file")} only in part`] : []),
  ];
  return `${cancelled ? "Cancelled: " : ""}${parts.join(", ")}`;
}

function Remarks({ title, remarks, open }: { readonly title: string; readonly remarks: readonly FileRemark[]; readonly open: boolean }) {
  if (remarks.length === 0) return null;
  return (
    <details className={styles.remarks} open={open}>
      <summary>
        {title} ({formatCount(remarks.length)})
      </summary>
      <ul>
        {remarkGroups(remarks).map(({ message, paths, more }) => (
          <li key={message}>
            <strong>{paths.join(", ")}</strong>
            {more === 0 ? null : ` and ${formatCount(more)} more`}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function CopyButton({ remarks }: { readonly remarks: readonly FileRemark[] }) {
  const [label, setLabel] = useState("Copy the list");
  const copy = () => {
    const list = remarks.map(({ path, message }) => `${path}\t${message}`).join("\n");
    navigator.clipboard.writeText(list).then(
      () => setLabel("Copied"),
      () => setLabel("Not copied: select the list instead"),
    );
  };
  return (
    <button type="button" className={controls.outlined} onClick={copy}>
      <span aria-live="polite">{label}</span>
    </button>
  );
}
