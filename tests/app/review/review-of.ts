/** A note under review, without a screen: everything is real but the engine and the time. */

import { createMentionActions } from "../../../src/app/mention-actions.ts";
import { keepCorrections } from "../../../src/app/review/kept-corrections.ts";
import { createReviewActions } from "../../../src/app/review/review-actions.ts";
import { createReviewHistory } from "../../../src/app/review/review-history.ts";
import type { JudgedMention } from "../../../src/core/review.ts";
import { readMarked, writeMarked } from "../../core/marked.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";

export const AT_MS = 1_000;
const STUDENT = { kind: "student", name: "s", version: "1" } as const;

/** The open note, by marked text, and others that lie in the list. */
export function reviewOf(marked: string, others: readonly string[] = []) {
  const page = openWorkspace();
  const { note, noteText, view, workspace } = page;
  const history = createReviewHistory(note, workspace);
  keepCorrections(note, workspace);
  workspace.add(
    [marked, ...others].map((each, i) => {
      const { text, mentions } = readMarked(each);
      return { name: `note ${i + 1}`, text, reading: { mentions, provenance: STUDENT } };
    }),
  );
  return {
    note,
    noteText,
    view,
    workspace,
    named: page.named,
    history,
    mentionActions: createMentionActions(note, view),
    actions: createReviewActions({ note, view, notes: workspace, history, clock: { now: () => AT_MS, after: () => () => undefined } }),
    /** The mention of these words, the first of them. */
    at: (words: string): JudgedMention => {
      const { text, mentions } = note.getState();
      const mention = mentions.find(({ start, end }) => text.slice(start, end) === words);
      if (mention === undefined) throw new Error(`no mention ${words}`);
      return mention;
    },
    marked: () => writeMarked(note.getState().text, note.getState().mentions),
  };
}
