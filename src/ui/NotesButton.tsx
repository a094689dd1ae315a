import { useStore } from "zustand/react";
import { formatCount } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import styles from "./StatusBar.module.css";

/** On a narrow screen: which note is open, and the way to the others. */
export function NotesButton({ onClick }: { readonly onClick: () => void }) {
  const { workspace } = useChartlight();
  const { entries, openId } = useStore(workspace.store);
  if (entries.length < 2) return null;
  const at = entries.findIndex(({ id }) => id === openId) + 1;
  return (
    <button type="button" className={`${controls.outlined ?? ""} ${styles.rail ?? ""}`} onClick={onClick}>
      Notes {formatCount(at)} of {formatCount(entries.length)}
    </button>
  );
}
