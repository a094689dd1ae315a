import { exportNotes, type Exported, type ExportJob, type ExportProgress } from "../../app/export/export-notes.ts";
import { saveFile } from "../../app/export/save-file.ts";
import { formatBytes } from "../../app/words.ts";
import { useEffect, useRef, useState } from "react";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import styles from "./ExportDialog.module.css";

type State =
  | { readonly phase: "idle" }
  | { readonly phase: "working"; readonly progress: ExportProgress | undefined }
  | { readonly phase: "done"; readonly message: string }
  | { readonly phase: "failed"; readonly message: string };

/** Larger texts belong into a file. */
const LARGEST_COPY_BYTES = 1_000_000;

/** Download, copy, progress and the way out of it. */
export function ExportActions({ job }: { readonly job: ExportJob }) {
  const { clock } = useChartlight();
  const [state, setState] = useState<State>({ phase: "idle" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (take: (exported: Exported) => string | Promise<string>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: "working", progress: undefined });
    try {
      const tools = { clock, signal: controller.signal, onProgress: (progress: ExportProgress) => setState({ phase: "working", progress }) };
      setState({ phase: "done", message: await take(await exportNotes(job, tools)) });
    } catch {
      if (controller.signal.aborted) setState({ phase: "idle" });
      else setState({ phase: "failed", message: "The export did not work out: the browser may be short of memory, or refused. Try fewer notes." });
    }
  };
  const download = () =>
    run(({ blob, fileName }) => {
      saveFile(blob, fileName, clock);
      return `${fileName} (${formatBytes(blob.size)}) is in your downloads.`;
    });
  const copy = () =>
    run(async ({ blob }) => {
      if (blob.type === "application/zip" || blob.size > LARGEST_COPY_BYTES) return "Too large to copy, or several files: download it.";
      await navigator.clipboard.writeText(await blob.text());
      return `Copied (${formatBytes(blob.size)}).`;
    });

  const working = state.phase === "working";
  return (
    <div className={styles.actions}>
      {working ? (
        <button type="button" className={controls.outlined} onClick={() => running.current?.abort()}>
          Cancel
        </button>
      ) : (
        <button type="button" className={controls.strong} disabled={job.records.length === 0} onClick={() => void download()}>
          Download
        </button>
      )}
      {job.records.length === 1 && !working ? (
        <button type="button" className={controls.outlined} onClick={() => void copy()}>
          Copy
        </button>
      ) : null}
      {working ? <progress aria-label="Exporting" max={1} value={state.progress === undefined ? 0 : state.progress.done / Math.max(1, state.progress.total)} /> : null}
      <span role="status" className={state.phase === "failed" ? styles.failure : undefined}>
        {textOf(state)}
      </span>
    </div>
  );
}

function textOf(state: State): string {
  if (state.phase === "idle") return "";
  if (state.phase !== "working") return state.message;
  const { progress } = state;
  if (progress === undefined) return "Writing…";
  const left = progress.timeLeftMs === undefined || progress.timeLeftMs < 1_000 ? "" : `, ${Math.ceil(progress.timeLeftMs / 1_000)} s left`;
  return `${progress.done} of ${progress.total} notes${left}`;
}
