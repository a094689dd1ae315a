/** However the network splits the bytes of a stream, the same reply comes out. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../src/teacher/ndjson.ts";
import { ADAPTERS } from "../../src/teacher/providers/by-id.ts";
import { PROVIDERS, type ProviderId } from "../../src/teacher/settings.ts";
import { readSse } from "../../src/teacher/sse.ts";
import { WIRES } from "./fake-provider/server.ts";

async function* parts(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array, void> {
  await Promise.resolve();
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < edges.length; i++) yield bytes.slice(edges[i - 1], edges[i]);
}

async function textOf(provider: ProviderId, bytes: Uint8Array, cuts: readonly number[]): Promise<{ text: string; finish: string | undefined }> {
  const adapter = ADAPTERS[provider];
  const read = adapter.streamFormat === "sse" ? readSse : readLines;
  let text = "";
  let finish: string | undefined;
  for await (const data of read(parts(bytes, cuts))) {
    if (data === "[DONE]") continue;
    const piece = adapter.readEvent(JSON.parse(data));
    text += piece?.text ?? "";
    finish = piece?.finish ?? finish;
  }
  return { text, finish };
}

describe.each(PROVIDERS.map((provider) => ({ provider })))("$provider", ({ provider }) => {
  it("law: any split gives the same reply", async () => {
    const piece = fc.oneof(fc.string({ maxLength: 10, unit: "grapheme" }), fc.constantFrom("\n", "\r\n", "\n\n", "data: ", "é", "😀", "\u2028", '"', "\\", "[DONE]", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(5000), { maxLength: 12 }), async (pieces, cuts) => {
        const bytes = new TextEncoder().encode(WIRES[provider].stream(pieces, "complete").join(""));
        expect(await textOf(provider, bytes, cuts)).toEqual({ text: pieces.join(""), finish: "complete" });
      }),
      { seed: 12, numRuns: 250 },
    );
  });

  it("byte by byte", async () => {
    const bytes = new TextEncoder().encode(WIRES[provider].stream(["naïve ", "😀", "\n\ndata: x"], "complete").join(""));
    expect(await textOf(provider, bytes, Array.from({ length: bytes.length }, (_, i) => i))).toEqual({ text: "naïve 😀\n\ndata: x", finish: "complete" });
  });
});
