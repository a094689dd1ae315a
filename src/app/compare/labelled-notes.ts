/** The labels of all notes of the page, for the files. */

import type { Provenance } from "../../core/types.ts";
import type { CompareState } from "./compare-store.ts";
import { layersOf, type Layer, type LayerPair } from "./layers.ts";
import { sideBySide } from "./side-by-side.ts";
import type { LabelledNote } from "./take-away.ts";

/** Gold of this pair of readers: of every note where both have read and nothing is open. */
export function goldNotes(state: CompareState, pair: LayerPair): LabelledNote[] {
  const provenance: Provenance = { kind: "reviewer", name: `adjudicated: ${pair.left.name} and ${pair.right.name}`, version: "1" };
  return state.notes.flatMap((note): LabelledNote[] => {
    const seen = sideBySide({ ...state, openId: note.id, left: pair.left.id, right: pair.right.id });
    if (seen?.pair.left.id !== pair.left.id || seen.pair.right.id !== pair.right.id || seen.open.length > 0) return [];
    return [{ id: note.name, text: note.text, mentions: seen.gold, provenance }];
  });
}

/** What this reader found, in every note that it has read. */
export function silverNotes(state: CompareState, { id }: Pick<Layer, "id">): LabelledNote[] {
  return state.notes.flatMap((note): LabelledNote[] => {
    const layer = layersOf(note, state.teachers).find((each) => each.id === id);
    return layer === undefined ? [] : [{ id: note.name, text: note.text, mentions: layer.mentions, provenance: layer.provenance }];
  });
}
