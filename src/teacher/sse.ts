/** Server-sent events out of bytes, however the network splits them. */

import { createParser } from "eventsource-parser";

/** Longest text of one event or line. A provider's pieces are small; what is longer is not its format. */
export const LONGEST_EVENT = 8_000_000;

/** The data of each event, comments (keep-alives) left out. An event cut by the end of the stream is dropped. */
export async function* readSse(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let ready: string[] = [];
  let pending = 0;
  const parser = createParser({ onEvent: ({ data }) => (ready.push(data), (pending = 0)) });
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready = [];
    pending += chunk.length;
    if (pending > LONGEST_EVENT) throw new RangeError(`an event of more than ${LONGEST_EVENT} bytes`);
  }
}
