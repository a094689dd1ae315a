import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand/react";
import { inSlices } from "../../app/slices.ts";
import { summaryNotes, type NamedNote } from "../../app/summary-notes.ts";
import { useChartlight } from "../app-context.ts";

/** While notes come in from the queue, the summary follows at this pace. */
const FOLLOW_MS = 1000;

/** The notes read so far, with their words linked; undefined until they are ready. */
export function useSummaryNotes(): readonly NamedNote[] | undefined {
  const { workspace, concepts, clock } = useChartlight();
  const linker = useStore(concepts.store, (state) => state.linker);
  const version = useStore(workspace.store, ({ entries }) =>
    entries.reduce((sum, { reading, mentions, reviewed }) => sum + (reading === "read" ? 1 : 0) + mentions * 1009 + reviewed * 10_000_019, 0),
  );
  const [notes, setNotes] = useState<readonly NamedNote[]>();
  const isFirst = useRef(true);

  useEffect(() => {
    const stop = new AbortController();
    const takeBack = clock.after(isFirst.current ? 0 : FOLLOW_MS, () => {
      isFirst.current = false;
      inSlices(summaryNotes(workspace.records(), linker), { signal: stop.signal }).then(setNotes, () => undefined); // aborted: a newer one follows
    });
    return () => {
      takeBack();
      stop.abort();
    };
  }, [workspace, clock, linker, version]);
  return notes;
}
