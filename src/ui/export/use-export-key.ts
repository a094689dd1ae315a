import { useEffect } from "react";

/** Ctrl+S or Cmd+S, everywhere on the page: saving the page itself would save an empty one. */
export function useExportKey(onExport: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      if (document.querySelector("dialog:modal") === null) onExport();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [onExport]);
}
