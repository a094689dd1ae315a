/**
 * A note on its way from the main page to the one under compare/, after a click: from tab to tab of this origin, in no
 * address and no storage. The tab that opens asks; the page that was clicked answers once.
 */

import * as v from "valibot";
import { ASSERTIONS, ENTITY_TYPES, noteOffset, type Mention } from "../core/types.ts";
import type { Clock } from "./clock.ts";

export interface HandedNote {
  readonly text: string;
  /** What the note has after review, in order and disjoint. */
  readonly mentions: readonly Mention[];
}

/** What is needed of a BroadcastChannel. */
export type Channel = Pick<BroadcastChannel, "postMessage" | "close" | "onmessage">;
export type OpenChannel = () => Channel;

export const openHandover: OpenChannel = () => new BroadcastChannel("chartlight.handover");

/** How long the page that was clicked waits for the new tab. */
const OFFER_MS = 60_000;

const askSchema = v.object({ kind: v.literal("ask"), from: v.string() });
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.transform(noteOffset));
const noteSchema = v.object({
  kind: v.literal("note"),
  to: v.string(),
  text: v.string(),
  mentions: v.array(
    v.object({ start: position, end: position, type: v.picklist(ENTITY_TYPES), assertion: v.picklist(ASSERTIONS), score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  ),
});

/** Gives the note to the first tab that asks within a minute. A newer offer takes the place of this one: call what this returns. */
export function offerNote(note: HandedNote, { open, clock }: { readonly open: OpenChannel; readonly clock: Clock }): () => void {
  const channel = open();
  const close = () => {
    takeBack();
    channel.close();
  };
  const takeBack = clock.after(OFFER_MS, close);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const ask = v.safeParse(askSchema, data);
    if (!ask.success) return;
    const mentions = note.mentions.map(({ start, end, type, assertion, score }) => ({ start, end, type, assertion, score }));
    channel.postMessage({ kind: "note", to: ask.output.from, text: note.text, mentions });
    close();
  };
  return close;
}

/** Asks for a note that another tab offers. `take` is called at most once; `from`: a name of this tab that no other has. */
export function askForNote(take: (note: HandedNote) => void, { open, clock, from }: { readonly open: OpenChannel; readonly clock: Clock; readonly from: string }): void {
  const channel = open();
  const takeBack = clock.after(ASK_MS, () => channel.close());
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const given = v.safeParse(noteSchema, data);
    if (!given.success || given.output.to !== from) return;
    takeBack();
    channel.close();
    const { text, mentions } = given.output;
    take({ text, mentions: mentions.filter(({ start, end }) => start < end && end <= text.length) });
  };
  channel.postMessage({ kind: "ask", from });
}

/** An offer is answered at once or never. */
const ASK_MS = 3_000;
