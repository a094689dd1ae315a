import { createContext, use } from "react";
import { useStore } from "zustand/react";
import type { CompareState } from "../../app/compare/compare-store.ts";
import type { Compare } from "../../app/compare/compare.ts";

export const CompareContext = createContext<Compare | undefined>(undefined);

/** @throws Error outside the provider: a bug. */
export function useCompare(): Compare {
  const compare = use(CompareContext);
  if (compare === undefined) throw new Error("useCompare outside CompareContext");
  return compare;
}

export function useCompareState<T>(select: (state: CompareState) => T): T {
  return useStore(useCompare().store, select);
}
