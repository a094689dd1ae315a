/** One JSON value a line out of bytes, however the network splits them. */

import { LONGEST_EVENT } from "./sse.ts";

/** Each line that is not blank; also the last one when no line end follows. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield line;
    if (rest.length > LONGEST_EVENT) throw new RangeError(`a line of more than ${LONGEST_EVENT} characters`);
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield rest;
}
