import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accept } from "../../../src/core/review.ts";
import { mention } from "../mention.ts";
import { PROVENANCE } from "../fake-engine.ts";
import { inMemory, openWorkspace } from "./open-workspace.ts";

const notes = (...texts: string[]) => texts.map((text, i) => ({ name: `${"abcdefgh"[i] ?? "x"}.txt`, text }));

describe("adding notes", () => {
  test("the page opens with one empty note, which gives way to the first that comes", async () => {
    const { workspace, note, names, readAll } = openWorkspace();
    expect(names()).toEqual(["New note"]);
    workspace.add(notes("fever\r\n", "no fever", "cough"));
    expect(names()).toEqual(["a.txt", "b.txt", "c.txt"]);
    expect(note.getState().text).toBe("fever\n");
    await readAll();
    expect(workspace.records().map(({ reading }) => reading?.mentions.length)).toEqual([1, 1, 0]);
    expect(workspace.records()[1]?.reading?.provenance).toEqual(PROVENANCE);
    expect(workspace.store.getState().queue).toEqual({ phase: "idle" });
  });

  test("a note that is there stays open", () => {
    const { workspace, note, type, names } = openWorkspace();
    type("chest pain since Monday");
    workspace.add(notes("fever"));
    expect(note.getState().text).toBe("chest pain since Monday");
    expect(workspace.records().map(({ text }) => text)).toEqual(["chest pain since Monday", "fever"]);
    expect(names()).toEqual(["chest pain since Monday", "a.txt"]);
  });

  test("one that brings labels along is not read until it is asked for", async () => {
    const { workspace, named, readAll, engine } = openWorkspace();
    const reading = { mentions: [mention(0, 5)], provenance: { kind: "reviewer", name: "gold.jsonl", version: "" } } as const;
    const [first] = workspace.add([{ name: "gold", text: "cough, fever", reading }]);
    await readAll();
    expect(engine.asked).toEqual([]);
    expect(named("gold")).toMatchObject({ reading: "read", mentions: 1 });
    workspace.readAgain([first ?? ""]);
    await readAll();
    expect(workspace.records()[0]?.reading).toMatchObject({ provenance: PROVENANCE, mentions: [{ start: 7 }] });
  });
});

describe("opening notes", () => {
  test("text, finding and corrections come back at once, without a new reading", async () => {
    const { workspace, note, named, readAll, engine } = openWorkspace();
    workspace.add(notes("fever and cough", "no fever"));
    await readAll();
    const corrections = accept([], mention(10, 15), { origin: "reviewer", atMs: 1 });
    workspace.setCorrections(named("a.txt").id, corrections);
    expect(named("a.txt")).toMatchObject({ mentions: 2, reviewed: 1 });
    const asked = engine.asked.length;
    workspace.step(1);
    expect(note.getState()).toMatchObject({ text: "no fever", corrections: [], mentions: [{ start: 3 }] });
    workspace.step(-1);
    expect(note.getState()).toMatchObject({ text: "fever and cough", corrections, reading: { phase: "done" } });
    expect(note.getState().mentions).toHaveLength(2);
    await readAll();
    expect(engine.asked).toHaveLength(asked);
  });

  test("a note that waits is read first when it is opened", async () => {
    const { workspace, named, engine, clock } = openWorkspace();
    workspace.add(notes("one", "two", "three"));
    await clock.pass(0);
    workspace.open(named("c.txt").id);
    await clock.pass(0);
    expect(engine.pending()).toBe("three");
    engine.finish();
    await clock.pass(100);
    expect(named("c.txt").reading).toBe("read");
    expect(engine.pending()).toBe("two"); // the one that was left unread comes behind those that already waited
  });

  test("an edit is read again, and a note that is left before that is read in the background", async () => {
    const { workspace, type, named, readAll, engine } = openWorkspace();
    workspace.add(notes("fever", "cough"));
    await readAll();
    type("fever, fever");
    expect(workspace.record(named("a.txt").id)?.reading).toBeUndefined();
    workspace.step(1);
    await readAll();
    expect(engine.asked.at(-1)).toBe("fever, fever");
    expect(workspace.records()[0]?.reading?.mentions).toHaveLength(2);
  });

  test("while the same text is read again its finding stands", async () => {
    const { workspace, readAll, reader, note } = openWorkspace();
    workspace.add(notes("fever"));
    await readAll();
    reader.again();
    expect(note.getState().reading.phase).toBe("reading");
    expect(workspace.records()[0]?.reading?.mentions).toHaveLength(1);
  });

  test("an empty note is no line of the list once it is left", () => {
    const { workspace, names, type } = openWorkspace();
    type("fever");
    workspace.startNew();
    expect(names()).toEqual(["fever", "New note"]);
    workspace.startNew();
    workspace.step(-1);
    expect(names()).toEqual(["fever"]);
  });
});

describe("removing notes", () => {
  test("the neighbour opens, and undo brings everything back to its place", async () => {
    const { workspace, note, named, names, undoOffer, readAll } = openWorkspace();
    workspace.add(notes("one", "two fever", "three"));
    await readAll();
    workspace.open(named("b.txt").id);
    const before = workspace.records();
    workspace.remove([named("b.txt").id]);
    expect(note.getState().text).toBe("three");
    expect(names()).toEqual(["a.txt", "c.txt"]);
    undoOffer.take();
    expect(workspace.records()).toEqual(before);
    expect(note.getState().text).toBe("two fever");
  });

  test("without any note left an empty one is open", () => {
    const { workspace, note, names, undoOffer } = openWorkspace();
    const ids = workspace.add(notes("one", "two"));
    workspace.remove(ids);
    expect(names()).toEqual(["New note"]);
    expect(note.getState().text).toBe("");
    undoOffer.take();
    expect(names()).toEqual(["a.txt", "b.txt"]);
  });

  test("undo of a text belongs to its note: it goes when another one opens", () => {
    const { workspace, undoOffer, view, note } = openWorkspace();
    workspace.add(notes("one", "two"));
    undoOffer.make({ what: "replaced" }, () => expect.unreachable());
    workspace.step(1);
    expect(view.getState().undo).toBeUndefined();
    undoOffer.take();
    expect(note.getState().text).toBe("two");
  });
});

test("names: given, or the first words while they change", () => {
  const { workspace, type, names, named } = openWorkspace();
  type("  \nChest pain");
  expect(workspace.records()[0]?.name).toBe("Chest pain");
  workspace.rename(workspace.records()[0]?.id ?? "", "Ward 3");
  type("Cough");
  expect(names()).toEqual(["Ward 3"]);
  workspace.rename(named("Ward 3").id, " ");
  expect(names()).toEqual(["Cough"]);
});

test("whatever is done, the open note is in the list, entries match records, and all is read in the end", async () => {
  const doing = fc.oneof(
    fc.record({ what: fc.constant("add"), texts: fc.array(fc.constantFrom("fever", "no fever", "cough", ""), { maxLength: 4 }) }),
    fc.record({ what: fc.constantFrom("open", "remove", "finish", "undo", "new", "type", "pause", "resume", "pass"), at: fc.nat(6) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 25 }), async (steps) => {
      const { workspace, note, engine, undoOffer, clock, type, readAll } = openWorkspace();
      for (const step of steps) {
        const id = "at" in step ? (workspace.records()[step.at]?.id ?? "") : "";
        if ("texts" in step) workspace.add(notes(...step.texts));
        else if (step.what === "open") workspace.open(id);
        else if (step.what === "remove") workspace.remove([id]);
        else if (step.what === "finish" && engine.pending() !== undefined) engine.finish();
        else if (step.what === "undo") undoOffer.take();
        else if (step.what === "new") workspace.startNew();
        else if (step.what === "type") type(`fever ${step.at}`);
        else if (step.what === "pause") workspace.pause();
        else if (step.what === "resume") workspace.resume();
        await clock.pass(step.what === "pass" ? 200 : 0);
        const { id: openId, text, corrections } = note.getState();
        expect(workspace.record(openId)).toMatchObject({ text, corrections });
      }
      workspace.resume();
      await readAll();
      const { entries, openId } = workspace.store.getState();
      expect(entries.map(({ id }) => id)).toEqual(workspace.records().map(({ id }) => id));
      expect(entries.some(({ id }) => id === openId)).toBe(true);
      for (const { text, reading } of workspace.records()) {
        if (text !== "") expect(reading?.mentions.length).toBe(text.split("fever").length - 1);
      }
      expect(entries.every(({ reading }) => reading === "read")).toBe(true);
      expect(workspace.store.getState().queue).toEqual({ phase: "idle" });
    }),
  );
});

describe("a queue that the user stopped", () => {
  const stored = (before: ReturnType<typeof openWorkspace>) => before.list.records().flatMap(({ id }) => before.list.get(id) ?? []);

  test.each(["cancel", "pause"] as const)("%s: after a reload of kept notes the rest waits until the user asks for it", async (how) => {
    const preferences = inMemory();
    const before = openWorkspace(undefined, preferences);
    before.workspace.add(notes("fever", "cough", "pain"));
    before.workspace[how]();
    const after = openWorkspace(undefined, preferences);
    after.restore(stored(before), undefined);
    await after.readAll(); // the open one
    expect(after.workspace.store.getState().queue).toEqual({ phase: "idle" });
    expect(after.workspace.store.getState().entries.map(({ reading }) => reading)).toEqual(["read", "waiting", "waiting"]);
    after.workspace.resume();
    await after.readAll();
    expect(after.workspace.store.getState().entries.map(({ reading }) => reading)).toEqual(["read", "read", "read"]);
    expect(preferences.read().readOn).toBe(true);
  });

  test("a queue that the reload cut short goes on by itself, and so does the next one after a stopped one is over", async () => {
    const preferences = inMemory();
    const before = openWorkspace(undefined, preferences);
    before.workspace.add(notes("fever", "cough"));
    before.workspace.cancel();
    before.workspace.remove([before.named("b.txt").id]);
    await before.readAll();
    before.workspace.add([{ name: "new.txt", text: "nausea" }]);
    const after = openWorkspace(undefined, preferences);
    after.restore(stored(before), undefined);
    await after.readAll();
    expect(after.named("new.txt").reading).toBe("read");
  });
});
