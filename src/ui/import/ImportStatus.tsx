import { lazy, Suspense, useEffect } from "react";
import { useStore } from "zustand/react";
import { useChartlight } from "../app-context.ts";

const load = () => import("./ImportView.tsx").then(({ ImportView }) => ({ default: ImportView }));
const LazyView = lazy(() => load().catch(() => ({ default: NotLoaded })));

/** Nothing while no file is read. */
export function ImportStatus() {
  const { importNotes } = useChartlight();
  const idle = useStore(importNotes.store, ({ phase }) => phase === "idle");
  // Fetched early, so that an import asks for nothing.
  useEffect(() => void load().catch(() => undefined), []);
  return idle ? null : (
    <Suspense>
      <LazyView />
    </Suspense>
  );
}

/** In the view's place where its code can't be had: the page stays, with the notes in it. */
function NotLoaded() {
  return <p role="alert">A part of this page could not be loaded. Save your work, check the connection and reload the page.</p>;
}
