import { useEffect } from "react";

/** Brings the marks of the current knot into view. */
export function useScrollToCurrent(current: number | undefined): void {
  useEffect(() => {
    if (current === undefined) return;
    document.querySelector(`mark[data-knot="${current}"]`)?.scrollIntoView({ block: "center", behavior: "instant" });
  }, [current]);
}
