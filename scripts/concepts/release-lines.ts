/** Lines of a large release file, one at a time: the files are larger than a string may be. */

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Fields of each line that is not empty. */
export async function* readFields(path: string, separator: "|" | "\t"): AsyncGenerator<string[]> {
  // UTF-8; a release uses CRLF or LF.
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    if (line !== "") yield line.split(separator);
  }
}
