import { useEffect, useState } from "react";
import { Dialog } from "../Dialog.tsx";

type View = typeof import("./ExportDialog.tsx").ExportDialog;

/** The export dialog, loaded when it is first asked for: formats are no part of the first screen. */
export function ExportView({ onClose }: { readonly onClose: () => void }) {
  const [loaded, setLoaded] = useState<View | "failed">();
  useEffect(() => {
    import("./ExportDialog.tsx").then(
      ({ ExportDialog }) => setLoaded(() => ExportDialog),
      () => setLoaded("failed"),
    );
  }, []);
  if (loaded === undefined) return null;
  if (loaded === "failed") {
    return (
      <Dialog title="Export" onClose={onClose}>
        <p>This part of the page could not be loaded. Check the connection, and open it again.</p>
      </Dialog>
    );
  }
  const Loaded = loaded;
  return <Loaded onClose={onClose} />;
}
