import { describe, expect, test } from "vitest";
import { createScoreHere } from "../../src/app/score-here.ts";
import { accept, reject } from "../../src/core/review.ts";
import { mention } from "./mention.ts";
import { openWorkspace } from "./workspace/open-workspace.ts";

interface Label {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly assertion?: string;
}
const line = (id: string, text: string, ...entities: Label[]) => JSON.stringify({ id, text, entities });
const FEVER = line("one", "no fever", { start: 3, end: 8, type: "symptom", assertion: "absent" });
const COUGH = line("two", "cough, no fever", { start: 0, end: 5, type: "symptom" });

function open() {
  const page = openWorkspace();
  const scoreHere = createScoreHere(page.workspace);
  const openGold = (...lines: string[]) => scoreHere.open(new Blob([lines.join("\n")]), "gold.jsonl");
  const errors = () => (scoreHere.store.getState().outcome?.errors ?? []).map(({ kind, noteName }) => `${noteName} ${kind}`);
  return { ...page, scoreHere, openGold, errors };
}

describe("score here", () => {
  test("notes that are not here are added and read, then scored, with errors by class", async () => {
    const { scoreHere, openGold, workspace, readAll, errors } = open();
    await openGold(FEVER, COUGH);
    expect(scoreHere.store.getState()).toMatchObject({ gold: { name: "gold.jsonl", types: ["symptom"] }, match: { here: [], missing: [{ id: "one" }, { id: "two" }] } });
    scoreHere.addMissing();
    await readAll();
    expect(workspace.records().map(({ name }) => name)).toEqual(["one", "two"]);
    await scoreHere.score();
    expect(scoreHere.store.getState()).toMatchObject({ work: undefined, outcome: { unread: 0, report: { notes: 2 } } });
    expect(scoreHere.store.getState().outcome?.report.scores.strict.micro.counts).toEqual({ hits: 1, found: 2, gold: 2 });
    expect(errors()).toEqual(["one assertion", "two missed", "two spurious"]);
  });

  test("after review, corrections count; as found, they don't", async () => {
    const { scoreHere, openGold, workspace, readAll, errors } = open();
    const [id = ""] = workspace.add([{ name: "mine", text: "cough, no fever" }]);
    await readAll();
    const found = workspace.record(id)?.reading?.mentions[0] ?? mention(10, 15);
    workspace.setCorrections(id, accept(reject([], found, { origin: "student", atMs: 1 }), mention(0, 5), { origin: "reviewer", atMs: 2 }));
    await openGold(COUGH);
    await scoreHere.score();
    expect(errors()).toEqual(["mine missed", "mine spurious"]);
    scoreHere.setBasis("review");
    expect(scoreHere.store.getState().outcome).toBeUndefined();
    await scoreHere.score();
    expect(errors()).toEqual([]);
  });

  test("labels that came with a note are not taken for the student's", async () => {
    const { scoreHere, openGold, workspace, readAll } = open();
    const reading = { mentions: [mention(0, 5)], provenance: { kind: "reviewer", name: "gold", version: "" } } as const;
    workspace.add([{ name: "two", text: "cough, no fever", reading }]);
    await openGold(COUGH);
    await scoreHere.score();
    expect(scoreHere.store.getState().outcome).toMatchObject({ unread: 1, report: { notes: 0 } });
    scoreHere.readLabelled();
    await readAll();
    await scoreHere.score();
    expect(scoreHere.store.getState().outcome).toMatchObject({ unread: 0, report: { notes: 1, scores: { strict: { micro: { counts: { hits: 0, found: 1, gold: 1 } } } } } });
  });

  test("a file that can't be read leaves what was there; a cancelled one leaves nothing under way", async () => {
    const { scoreHere, openGold } = open();
    await openGold(FEVER);
    await openGold("{");
    expect(scoreHere.store.getState()).toMatchObject({ gold: { name: "gold.jsonl" }, work: undefined, failure: { code: "line-malformed" } });
    const opening = openGold(COUGH);
    scoreHere.cancel();
    await opening;
    expect(scoreHere.store.getState()).toMatchObject({ work: undefined, gold: { notes: [{ id: "one" }] } });
  });
});
