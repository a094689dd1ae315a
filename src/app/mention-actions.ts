/** Walking the mentions, opening their card, filtering them. */

import type { JudgedMention } from "../core/review.ts";
import type { Assertion, EntityType, Mention } from "../core/types.ts";
import { SHOW_ALL, toggleAssertion, toggleType, type Filter } from "./filter.ts";
import type { NoteStore } from "./note-store.ts";
import { drawnMentions, inWalkOrder, shownMentions, type WalkOrder } from "./shown-mentions.ts";
import type { ViewStore } from "./view-store.ts";
import { stepTo, type Step } from "./walk.ts";

export interface MentionActions {
  /** Makes the mention the current one and opens its card. */
  readonly visit: (mention: Pick<Mention, "start">) => void;
  /** The same for the mention that starts there, if there is one. */
  readonly visitAt: (start: number) => void;
  /** The mention whose card is open, else the current one; undefined where it is not drawn. */
  readonly target: () => JudgedMention | undefined;
  /** A step among the mentions that the filter shows, in the order chosen; answers where it led. */
  readonly step: (step: Step) => JudgedMention | undefined;
  /** The next mention without a verdict, other than the current one; undefined when there is none. Goes nowhere. */
  readonly nextOpen: () => JudgedMention | undefined;
  /** Where a review goes on from the current mention: the next without a verdict, else the next. Goes nowhere. */
  readonly goingOn: () => JudgedMention | undefined;
  /** The next of these mentions, after the current one if that is among them: choosing an entry of the rail again goes on. */
  readonly walkThrough: (mentions: readonly Mention[]) => Mention | undefined;
  /** `start` of the mention under the pointer. A card that is open for work stays. */
  readonly openCard: (start: number) => void;
  /** Opens the card for work. */
  readonly pinCard: (start: number) => void;
  readonly closeCard: () => void;
  readonly toggleType: (type: EntityType) => void;
  readonly toggleAssertion: (assertion: Assertion) => void;
  readonly setFilter: (change: Partial<Filter>) => void;
  readonly setOrder: (order: WalkOrder) => void;
  readonly setShowRejected: (on: boolean) => void;
  readonly showAll: () => void;
}

const CLOSED = { card: undefined, cardPinned: false } as const;

export function createMentionActions(note: NoteStore, view: ViewStore): MentionActions {
  const visit = ({ start }: Pick<Mention, "start">) => {
    const { card } = view.getState();
    view.setState({ current: start, card: start, ...(card !== start && { cardPinned: false }) });
  };
  const visitIfAny = <M extends Mention>(mention: M | undefined): M | undefined => {
    if (mention) visit(mention);
    return mention;
  };
  const walked = () => inWalkOrder(shownMentions(note.getState(), view.getState()), view.getState().order);
  const drawnAt = (start: number | undefined) => drawnMentions(note.getState(), view.getState().showRejected).find((mention) => mention.start === start);
  const other = (mentions: readonly JudgedMention[]): JudgedMention | undefined => {
    const { current } = view.getState();
    const next = stepTo(mentions, current, "next");
    return next?.start === current ? undefined : next;
  };
  const nextOpen = () => {
    const { current } = view.getState();
    return other(walked().filter(({ verdict, start }) => verdict === undefined || start === current));
  };
  return {
    visit,
    visitAt: (start) => void visitIfAny(drawnAt(start)),
    target() {
      const { card, current } = view.getState();
      return drawnAt(card ?? current);
    },
    step: (step) => visitIfAny(stepTo(walked(), view.getState().current, step)),
    nextOpen,
    goingOn: () => nextOpen() ?? other(walked()),
    walkThrough(mentions) {
      const { current } = view.getState();
      const at = mentions.findIndex((mention) => mention.start === current);
      return visitIfAny(mentions[(at + 1) % mentions.length]);
    },
    openCard(start) {
      const { card, cardPinned } = view.getState();
      if (!cardPinned || drawnAt(card) === undefined) view.setState({ card: start, cardPinned: false });
    },
    pinCard: (start) => view.setState({ current: start, card: start, cardPinned: true }),
    closeCard: () => view.setState(CLOSED),
    toggleType: (type) => view.setState(({ filter }) => ({ filter: toggleType(filter, type), ...CLOSED })),
    toggleAssertion: (assertion) => view.setState(({ filter }) => ({ filter: toggleAssertion(filter, assertion), ...CLOSED })),
    setFilter(change) {
      view.setState(({ filter, showRejected }) => ({
        filter: { ...filter, ...change },
        showRejected: showRejected || change.review === "rejected",
        ...CLOSED,
      }));
    },
    setOrder: (order) => view.setState({ order }),
    setShowRejected(on) {
      view.setState(({ filter }) => ({
        showRejected: on,
        filter: !on && filter.review === "rejected" ? { ...filter, review: "any" } : filter,
        ...CLOSED,
      }));
    },
    showAll: () => view.setState({ filter: SHOW_ALL }),
  };
}
