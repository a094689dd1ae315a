import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeTable } from "../../src/core/concepts/decode-table.ts";
import { createOntologyTeacher } from "../../src/teacher/ontology-teacher.ts";
import { sha256Hex } from "../../src/teacher/sha256.ts";
import { writeMarked } from "../core/marked.ts";

const table = decodeTable(readFileSync("public/concepts/problems.txt", "utf8"));
const teacher = createOntologyTeacher(table, { tableVersion: "test", nowMs: () => 5 });
const note = { id: "a", text: "😀 No chest pain. Mother had asthma. HTN." };

describe("an ontology as teacher", () => {
  it("labels at no cost, with provenance and concepts", async () => {
    const { annotation, cost, requests, counts } = await teacher.annotate(note);
    expect(writeMarked(note.text, annotation.mentions)).toBe("😀 No [S/absent chest pain]. Mother had [D/other-person asthma]. [D HTN].");
    expect(annotation).toMatchObject({ noteId: "a", textHash: await sha256Hex(note.text), provenance: { kind: "teacher", name: "ontology:problems", version: "1+test" } });
    expect(annotation.mentions.every(({ concept }) => concept?.system === "ICD-10-CM")).toBe(true);
    expect({ cost, requests, counts }).toEqual({ cost: { kind: "local" }, requests: 0, counts: { exact: 3, repaired: 0, lost: 0, rejected: 0 } });
    expect((await teacher.estimate(note)).cost).toEqual({ kind: "local" });
  });
  it("stops when asked to", async () => {
    await expect(teacher.annotate(note, { signal: AbortSignal.abort(new Error("stop")) })).rejects.toThrow("stop");
  });
});
