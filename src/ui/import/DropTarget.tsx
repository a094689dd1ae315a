import { useEffect, useState } from "react";
import { useChartlight } from "../app-context.ts";
import { noteField } from "../note-dom.ts";
import styles from "./DropTarget.module.css";

/** The whole page takes dropped files and folders, or a dropped piece of text. */
export function DropTarget() {
  const { bringNote, importNotes } = useChartlight();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    // Text dropped into the open field is the browser's own business: it goes where the caret shows.
    const isOurs = (event: DragEvent) => hasFile(event) || event.target !== noteField();
    const dragOver = (event: DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(hasFile(event));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      const { dataTransfer } = event;
      const text = dataTransfer?.getData("text/plain") ?? "";
      if (dataTransfer && hasFile(event)) void importNotes.takeDropped(dataTransfer);
      else if (/\S/.test(text)) bringNote(text);
    };
    addEventListener("dragover", dragOver);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", dragOver);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [bringNote, importNotes]);

  return over ? (
    <div className={styles.cover} role="status">
      <p>Drop files or folders to read them here</p>
    </div>
  ) : null;
}
