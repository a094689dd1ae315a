/** What can be undone from the toast for a while: one thing at a time, the newest. */

import type { Clock } from "./clock.ts";
import type { Undo, ViewStore } from "./view-store.ts";

const UNDO_MS = 12_000;

export interface UndoOffer {
  /** Takes the place of an older offer. `restore` is called at most once. */
  readonly make: (undo: Undo, restore: () => void) => void;
  /** The user takes it: what was done is undone. */
  readonly take: () => void;
  readonly withdraw: () => void;
}

export function createUndoOffer(view: ViewStore, clock: Clock): UndoOffer {
  let restore: (() => void) | undefined;
  let stopTimer = (): void => undefined;
  const withdraw = () => {
    stopTimer();
    restore = undefined;
    if (view.getState().undo !== undefined) view.setState({ undo: undefined });
  };
  return {
    make(undo, restoreIt) {
      stopTimer();
      restore = restoreIt;
      view.setState({ undo });
      stopTimer = clock.after(UNDO_MS, withdraw);
    },
    take() {
      const taken = restore;
      withdraw();
      taken?.();
    },
    withdraw,
  };
}
