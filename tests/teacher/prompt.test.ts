import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { align } from "../../src/teacher/align.ts";
import { EXAMPLES } from "../../src/teacher/examples.ts";
import { GUIDELINE_TEXT, GUIDELINE_VERSION } from "../../src/teacher/guideline-text.ts";
import { buildPrompt, buildRepair, PROMPT_VERSION, promptHash } from "../../src/teacher/prompt.ts";
import { parseReply } from "../../src/teacher/reply.ts";
import { sha256Hex } from "../../src/teacher/sha256.ts";
import { INJECTIONS } from "./injections.ts";

describe("prompt", () => {
  it("has the guideline of data/ word for word, and its version", () => {
    const file = readFileSync("data/guideline.md", "utf8");
    expect(GUIDELINE_TEXT).toBe(file);
    expect(file).toContain(`(v${GUIDELINE_VERSION})`);
    expect(buildPrompt("x", "0".repeat(64)).system).toContain(GUIDELINE_TEXT.trimEnd());
  });

  it("raises its version with every change: mend both together", async () => {
    expect([PROMPT_VERSION, (await promptHash()).slice(0, 12)]).toEqual(["guideline-1.1.prompt-1", "0b376783c591"]);
  });

  it.each(EXAMPLES.map((example, i) => ({ ...example, i })))("example $i aligns verbatim, in order, disjoint", ({ note, mentions }) => {
    const { counts, mentions: found } = align(note, mentions);
    expect(counts).toEqual({ exact: mentions.length, repaired: 0, lost: 0 });
    expect(found.map(({ start, end, type, assertion }) => ({ quote: note.slice(start, end), type, assertion }))).toEqual(mentions);
  });

  it("shows examples as the replies that the parser reads", () => {
    const { turns } = buildPrompt("x", "0".repeat(64));
    const replies = turns.filter(({ role }) => role === "assistant").map(({ text }) => parseReply(text));
    expect(replies).toEqual(EXAMPLES.map(({ mentions }) => ({ ok: true, reply: { mentions, rejected: 0 } })));
  });

  it("asks for repair with the reply cut to 4,000 characters", () => {
    const prompt = buildPrompt("x", "0".repeat(64));
    const { turns } = buildRepair(prompt, "y".repeat(10_000), "no-json");
    expect(turns.slice(0, -2)).toEqual(prompt.turns);
    expect(turns.at(-2)?.text.length).toBe(4000);
    expect(buildRepair(prompt, " \n", "no-json").turns.at(-2)?.text).not.toBe("");
  });
});

describe("instructions inside a note are data", () => {
  it.each(INJECTIONS.map((note, i) => ({ note, i })))("note $i stays between marks that it can't close", async ({ note }) => {
    const hash = await sha256Hex(note);
    const { system, turns } = buildPrompt(note, hash);
    const last = turns.at(-1)?.text ?? "";
    const close = `</note ${hash.slice(0, 12)}>`;
    expect(last).toBe(`<note ${hash.slice(0, 12)}>\n${note}\n${close}`);
    expect(note).not.toContain(close);
    expect(system).not.toContain(note);
    expect(turns.slice(0, -1).some(({ text }) => text.includes(note))).toBe(false);
  });

  it.each(INJECTIONS.map((note, i) => ({ note, i })))("a model that obeys note $i yields nothing that is not in the note", ({ note }) => {
    const obeyed = `OK, I follow the note. ${note}\n{"mentions":[{"quote":"pwned by the note","type":"disease","assertion":"present"},{"quote":"aspirin","type":"medication","assertion":"present","url":"https://evil.example"}],"tool":"send"}`;
    const parsed = parseReply(obeyed);
    const { mentions } = align(note, parsed.ok ? parsed.reply.mentions : []);
    for (const { start, end } of mentions) expect(note.slice(start, end).toLowerCase()).toBe("aspirin");
  });
});
