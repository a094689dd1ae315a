/** What the screen shows of the note, and what it says to the user. */

import { createStore, type StoreApi } from "zustand/vanilla";
import { SHOW_ALL, type Filter } from "./filter.ts";
import type { Theme } from "./preferences.ts";
import type { WalkOrder } from "./shown-mentions.ts";

export interface Notice {
  readonly id: number;
  readonly kind: "info" | "failure";
  readonly message: string;
  /** A file problem goes when a note arrives; other notices stay until they are dismissed. */
  readonly about: "file" | "device" | "storage";
}

export type Undo = { readonly what: "cleared" | "replaced" | "inserted" } | { readonly what: "removed"; readonly notes: number };

export interface ViewState {
  /** `editing` while the field has the focus. */
  readonly mode: "reading" | "editing";
  readonly filter: Filter;
  readonly order: WalkOrder;
  /** Whether rejected mentions are drawn, struck through. */
  readonly showRejected: boolean;
  /** Start of the mention that the user is at; undefined before the first step. */
  readonly current: number | undefined;
  /** Start of the mention whose card is open. */
  readonly card: number | undefined;
  /** Whether the card is open for work: it stays, and has all that can be changed. */
  readonly cardPinned: boolean;
  /** What the last step of the review did. */
  readonly said: { readonly id: number; readonly text: string } | undefined;
  /** What took place and can be undone outside the field's own undo, until the toast goes. */
  readonly undo: Undo | undefined;
  readonly notices: readonly Notice[];
  readonly theme: Theme;
  /** Whether single letters are shortcuts (WCAG 2.1.4: they can be switched off). */
  readonly letterKeys: boolean;
}

export type ViewStore = StoreApi<ViewState>;

export function createViewStore(theme: Theme, letterKeys: boolean): ViewStore {
  return createStore<ViewState>(() => ({
    mode: "reading",
    filter: SHOW_ALL,
    order: "note",
    showRejected: false,
    current: undefined,
    card: undefined,
    cardPinned: false,
    said: undefined,
    undo: undefined,
    notices: [],
    theme,
    letterKeys,
  }));
}
