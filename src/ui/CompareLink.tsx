import { useRef } from "react";
import { offerNote, openHandover } from "../app/handover.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";

/** Opens teacher mode in a tab of its own and hands it this note. It has another policy: this page never reaches a teacher. */
export function CompareLink() {
  const { note, clock } = useChartlight();
  const takeBack = useRef<() => void>(undefined);
  const offer = () => {
    takeBack.current?.();
    const { text, mentions } = note.getState();
    takeBack.current = offerNote({ text, mentions }, { open: openHandover, clock });
  };
  return (
    <a className={controls.quiet} href="./compare/" target="_blank" rel="noopener noreferrer" title="Opens in a new tab" onClick={offer}>
      Compare with a teacher
    </a>
  );
}
