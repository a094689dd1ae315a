import { useEffect, useState } from "react";
import { countNotes, type ExportJob } from "../../app/export/export-notes.ts";
import type { ExportCounts } from "../../core/formats/export-counts.ts";
import type { NoteRecord } from "../../core/note-record.ts";
import { useChartlight } from "../app-context.ts";

/** The job's counts; undefined while they are made, which goes on beside the page's other work. */
export function useCounts({ format, records, mentions }: ExportJob): ExportCounts | undefined {
  const { clock } = useChartlight();
  const [known, setKnown] = useState<{ readonly key: string; readonly counts: ExportCounts }>();
  const key = [format.id, mentions, ...records.map(versionOf)].join(" ");
  useEffect(() => {
    const controller = new AbortController();
    countNotes({ format, records, mentions, linker: undefined }, { clock, signal: controller.signal }).then(
      (counts) => setKnown({ key, counts }),
      () => undefined, // called off: another job took its place
    );
    return () => controller.abort();
    // The records are new objects at each drawing; the key says whether they are others.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, clock]);
  return known?.key === key ? known.counts : undefined;
}

/** Tells a note's states apart as far as counts go. */
const versionOf = ({ id, reading, corrections }: NoteRecord): string => `${id}:${reading?.mentions.length ?? "-"}:${corrections.length}:${corrections[corrections.length - 1]?.atMs ?? 0}`;
