import { useId, useState } from "react";
import { useStore } from "zustand/react";
import { formatById, NOTE_FORMATS } from "../../core/formats/note-formats.ts";
import { isBlank } from "../../app/note-text.ts";
import { useChartlight } from "../app-context.ts";
import { Dialog } from "../Dialog.tsx";
import { ExportActions } from "./ExportActions.tsx";
import styles from "./ExportDialog.module.css";
import { ExportPreview } from "./ExportPreview.tsx";
import { FormatChoice } from "./FormatChoice.tsx";
import { ScopeChoice, type Scope } from "./ScopeChoice.tsx";

const [FIRST_FORMAT] = NOTE_FORMATS;

/** Takes notes and what was found in them away, as a download. Nothing leaves the page otherwise. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { workspace, clock, concepts } = useChartlight();
  const { openId } = useStore(workspace.store);
  const { linker } = useStore(concepts.store);
  const [scope, setScope] = useState<Scope>(() => (isBlank(workspace.record(openId)?.text ?? "") ? "all" : "this"));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([openId]));
  const [formatId, setFormatId] = useState(FIRST_FORMAT?.id ?? "");
  const [reviewedOnly, setReviewedOnly] = useState(false);
  const [byteOrderMark, setByteOrderMark] = useState(true);
  const [atMs] = useState(() => clock.now());
  const optionsId = useId();

  const all = workspace.records().filter(({ text }) => !isBlank(text));
  const records = all.filter(({ id }) => (scope === "this" ? id === openId : scope === "all" || chosen.has(id)));
  const format = formatById(formatId);
  if (all.length === 0 || format === undefined) {
    return (
      <Dialog title="Export" onClose={onClose}>
        <p>There is nothing to export yet. Paste a note or open a file first.</p>
      </Dialog>
    );
  }
  const whole = format.id.startsWith("chartlight");
  const job = { linker, format, records, mentions: reviewedOnly && !whole ? ("reviewed" as const) : ("all" as const), options: { atMs, byteOrderMark: format.id === "csv" && byteOrderMark } };
  return (
    <Dialog title="Export" onClose={onClose}>
      {all.length > 1 ? <ScopeChoice notes={all} scope={scope} onScope={setScope} chosen={chosen} onChosen={setChosen} /> : null}
      <FormatChoice value={formatId} onChange={setFormatId} />
      <div className={styles.options} role="group" aria-labelledby={optionsId}>
        <h3 id={optionsId}>Options</h3>
        <label>
          <input type="checkbox" checked={reviewedOnly && !whole} disabled={whole} onChange={(event) => setReviewedOnly(event.target.checked)} />
          Only mentions that a reviewer accepted {whole ? <span className={styles.soft}>(a Chartlight file always holds everything)</span> : null}
        </label>
        {format.id === "csv" ? (
          <label>
            <input type="checkbox" checked={byteOrderMark} onChange={(event) => setByteOrderMark(event.target.checked)} />
            Byte order mark, so that Excel reads accents and signs
          </label>
        ) : null}
      </div>
      <ExportPreview job={job} />
      <ExportActions job={job} />
    </Dialog>
  );
}
