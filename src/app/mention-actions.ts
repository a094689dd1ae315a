/** Walking the mentions, opening their card, filtering them. */

import type { Assertion, EntityType, Mention } from "../core/types.ts";
import { isShown, SHOW_ALL, toggleAssertion, toggleType } from "./filter.ts";
import type { NoteStore } from "./note-store.ts";
import type { ViewStore } from "./view-store.ts";
import { stepTo, type Step } from "./walk.ts";

export interface MentionActions {
  /** Makes the mention the current one and opens its card. */
  readonly visit: (mention: Mention) => void;
  /** A step among the mentions that the filter shows; answers where it led. */
  readonly step: (step: Step) => Mention | undefined;
  /** The next of these mentions, after the current one if that is among them: choosing an entry of the rail again goes on. */
  readonly walkThrough: (mentions: readonly Mention[]) => Mention | undefined;
  /** `start` of the mention under the pointer. */
  readonly openCard: (start: number) => void;
  readonly closeCard: () => void;
  readonly toggleType: (type: EntityType) => void;
  readonly toggleAssertion: (assertion: Assertion) => void;
  readonly showAll: () => void;
}

export function createMentionActions(note: NoteStore, view: ViewStore): MentionActions {
  const visit = (mention: Mention) => view.setState({ current: mention.start, card: mention.start });
  const visitIfAny = (mention: Mention | undefined) => {
    if (mention) visit(mention);
    return mention;
  };
  return {
    visit,
    step(step) {
      const { current, filter } = view.getState();
      const shown = note.getState().mentions.filter((mention) => isShown(mention, filter));
      return visitIfAny(stepTo(shown, current, step));
    },
    walkThrough(mentions) {
      const { current } = view.getState();
      const at = mentions.findIndex((mention) => mention.start === current);
      return visitIfAny(mentions[(at + 1) % mentions.length]);
    },
    openCard: (start) => view.setState({ card: start }),
    closeCard: () => view.setState({ card: undefined }),
    toggleType: (type) => view.setState(({ filter }) => ({ filter: toggleType(filter, type), card: undefined })),
    toggleAssertion: (assertion) => view.setState(({ filter }) => ({ filter: toggleAssertion(filter, assertion), card: undefined })),
    showAll: () => view.setState({ filter: SHOW_ALL }),
  };
}
