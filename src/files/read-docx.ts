/** The text of a Word document, paragraph by paragraph. Headers, footers, comments, notes and deleted text are not part of it. */

import { zipSync } from "fflate";
import { Failure } from "../core/failure.ts";
import { zipEntries } from "./zip-entries.ts";

const damaged = () => new Failure("file-unreadable", "It is not a Word document, or it is damaged. Open it in Word and save it again.");

/** @throws Failure `file-unreadable`, `file-protected`, `file-too-large` */
export async function docxText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const buffer = (await withoutMedia(bytes)).buffer;
  let value: string;
  try {
    // `arrayBuffer` is its name in the browser, `buffer` under Node.
    const input = { arrayBuffer: buffer, buffer } as unknown as { arrayBuffer: ArrayBuffer };
    ({ value } = await mammoth.extractRawText(input));
  } catch {
    throw damaged();
  }
  // mammoth ends a paragraph with two line feeds; here each is a line, and an empty one a blank line, as it looks on paper.
  return value.replaceAll("\n\n", "\n").trimEnd();
}

/** Its XML parts only, unpacked under our limits: mammoth's own unzipping has none. */
async function withoutMedia(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Record<string, Uint8Array> = {};
  for (const { path, bytes: content } of zipEntries(bytes)) {
    if (!/\.(xml|rels)$/i.test(path)) continue;
    const part = await content();
    // Word writes no document type, and one could define entities that grow.
    if (new TextDecoder("latin1").decode(part.subarray(0, 1024)).includes("<!DOCTYPE")) throw damaged();
    parts[path] = part;
  }
  return new Uint8Array(zipSync(parts, { level: 0 }));
}
