import { createContext, use } from "react";
import { useStore } from "zustand/react";
import type { Chartlight } from "../app/chartlight.ts";
import type { NoteState } from "../app/note-store.ts";
import type { ViewState } from "../app/view-store.ts";

export const ChartlightContext = createContext<Chartlight | undefined>(undefined);

/** @throws Error outside the provider: a bug. */
export function useChartlight(): Chartlight {
  const chartlight = use(ChartlightContext);
  if (chartlight === undefined) throw new Error("useChartlight outside ChartlightContext");
  return chartlight;
}

export function useNote<T>(select: (state: NoteState) => T): T {
  return useStore(useChartlight().note, select);
}

/** Whether "in all notes" means more than this one. */
export function useSeveralNotes(): boolean {
  return useStore(useChartlight().workspace.store, ({ entries }) => entries.length > 1);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useChartlight().view, select);
}
