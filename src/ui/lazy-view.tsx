import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { Dialog } from "./Dialog.tsx";

/** A dialog whose code comes when it is first opened. Where it can't be had, a dialog says so; the page stays as it is. */
export function lazyView<P extends { readonly onClose: () => void }>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => load().then((view) => ({ default: view }), () => ({ default: NotLoaded as ComponentType<P> })));
}

function NotLoaded({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="This part could not be loaded" onClose={onClose}>
      <p>Connect to the network and load the page again. Keep your notes first: they are in memory only unless you chose to keep them.</p>
    </Dialog>
  );
}
