/** A student whose network is a pure function of its input: the stand-in at the outer border. */

import { readFileSync } from "node:fs";
import { createChunkCache } from "../../src/core/chunk-cache.ts";
import { TAGS, type Manifest } from "../../src/core/manifest.ts";
import type { Student } from "../../src/core/read-note.ts";
import type { StudentInput, StudentSession } from "../../src/core/student.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../../src/core/types.ts";
import { createWordPiece } from "../../src/core/wordpiece.ts";

export const vocabularyText = readFileSync(new URL("../../public/models/student-1/vocab.txt", import.meta.url), "utf8");
export const wordPiece = createWordPiece(vocabularyText);

const file = { name: "file", sizeBytes: 0, sha256: "0".repeat(64) };

export const manifest: Manifest = {
  format: 2,
  name: "fake",
  version: "1",
  tags: [...TAGS],
  assertions: [...ASSERTIONS],
  input: { clsTokenId: 101, sepTokenId: 102, unknownTokenId: 100, lineBreakTokenId: 10, paragraphBreakTokenId: 11, maxTokens: 256, leftContextTokens: 32, rightContextTokens: 16 },
  guidelines: { clinical: { tokenId: 1, types: [...ENTITY_TYPES] }, other: { tokenId: 2, types: ["disease"] } },
  defaultGuideline: "clinical",
  calibration: { tagTemperature: 1 },
  files: { vocabulary: file, weights: file, wasmGraph: file, webgpuGraph: file, golden: file },
  scores: [],
  data: [],
  training: {},
};

/** Windows so short that a few lines are many chunks. */
export const shortWindows: Manifest = { ...manifest, input: { ...manifest.input, maxTokens: 120, leftContextTokens: 10, rightContextTokens: 8 } };

export interface FakeSession extends StudentSession {
  readonly runs: StudentInput[];
}

/** `tagOf`: the tag (name) of each token; its logit is 8, the others' 0. The assertion is present. Two runs at once are an error. */
export function fakeSession(tagOf: (input: StudentInput) => readonly (typeof TAGS)[number][]): FakeSession {
  const runs: StudentInput[] = [];
  let running = false;
  return {
    runs,
    async run(input) {
      if (running) throw new Error("a session is not re-entrant");
      running = true;
      runs.push(input);
      await Promise.resolve();
      const tagLogits = new Float32Array(input.ids.length * TAGS.length);
      for (const [token, tag] of tagOf(input).entries()) tagLogits[token * TAGS.length + TAGS.indexOf(tag)] = 8;
      const assertionLogits = new Float32Array(input.ids.length * ASSERTIONS.length);
      running = false;
      return { tagLogits, assertionLogits };
    },
    release: () => Promise.resolve(),
  };
}

/** Each token's tag hangs on every token of the chunk: the hardest case for a cache. */
export const scrambling = (): FakeSession =>
  fakeSession(({ ids, shapes }) => {
    const whole = ids.reduce((hash, id, i) => Math.imul(hash ^ id ^ ((shapes[i] ?? 0) << 20), 0x01000193), 0x811c9dc5);
    return [...ids].map((id, i) => {
      const hash = Math.imul(whole ^ id ^ (i << 16), 0x85ebca6b) >>> 16;
      return TAGS[hash % (2 * TAGS.length)] ?? "O";
    });
  });

/** Tags the word sequence everywhere as a disease; a rest of it at a window's start as well, as a network would. */
export function tagging(sequence: readonly string[]): FakeSession {
  const wanted = sequence.map((word) => wordPiece.tokenise(word).ids[0]);
  return fakeSession(({ ids }) => {
    const tags = [...ids].map((): (typeof TAGS)[number] => "O");
    let at = 0;
    for (const [i, id] of ids.entries()) {
      const place = wanted.indexOf(id);
      const goesOn = place === at && at > 0;
      at = place === -1 ? 0 : (place + 1) % wanted.length;
      if (place !== -1) tags[i] = goesOn ? "I-disease" : "B-disease";
    }
    return tags;
  });
}

export const student = (session: StudentSession, changes: Partial<Student> = {}): Student => ({ manifest, wordPiece, session, cache: createChunkCache(1000), ...changes });
