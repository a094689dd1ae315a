import { expect, test } from "vitest";
import { askForNote, offerNote, type Channel, type HandedNote } from "../../src/app/handover.ts";
import { noteOffset } from "../../src/core/types.ts";

/** Channels of one name, as tabs of one origin have them: a message reaches every other channel. */
function tabs() {
  const channels = new Set<Channel>();
  const messages: unknown[] = [];
  return {
    messages,
    open: (): Channel => {
      const channel: Channel = {
        onmessage: null,
        postMessage(data: unknown) {
          messages.push(data);
          for (const other of [...channels]) if (other !== channel) other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent);
        },
        close: () => void channels.delete(channel),
      };
      channels.add(channel);
      return channel;
    },
    count: () => channels.size,
  };
}
const clock = { now: () => 0, after: () => () => undefined };
const note: HandedNote = { text: "Takes aspirin.", mentions: [{ start: noteOffset(6), end: noteOffset(13), type: "medication", assertion: "present", score: 1 }] };

test("the tab that opens gets the note, once, and both ends close", () => {
  const { open, count } = tabs();
  offerNote(note, { open, clock });
  const taken: HandedNote[] = [];
  askForNote((given) => taken.push(given), { open, clock, from: "tab-1" });
  askForNote((given) => taken.push(given), { open, clock, from: "tab-2" });
  expect(taken).toEqual([note]);
  expect(count()).toBe(1); // the second still asks, and nobody offers
});

test("nothing is said without an offer, and an offer taken back is none", () => {
  const { open, messages } = tabs();
  const takeBack = offerNote(note, { open, clock });
  takeBack();
  const taken: HandedNote[] = [];
  askForNote((given) => taken.push(given), { open, clock, from: "tab-1" });
  expect(taken).toEqual([]);
  expect(JSON.stringify(messages)).not.toContain("aspirin");
});

test("a message of another form, or for another tab, is not taken", () => {
  const { open } = tabs();
  const stranger = open();
  const taken: HandedNote[] = [];
  askForNote((given) => taken.push(given), { open, clock, from: "tab-1" });
  stranger.postMessage({ kind: "note", to: "tab-2", ...note });
  stranger.postMessage({ kind: "note", to: "tab-1", text: "x", mentions: [{ start: -1 }] });
  stranger.postMessage({ kind: "note", to: "tab-1", text: "x", mentions: [{ ...note.mentions[0], end: 99 }] });
  expect(taken).toEqual([{ text: "x", mentions: [] }]);
});
