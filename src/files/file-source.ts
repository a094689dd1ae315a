/** A file of the user's, or one inside an archive. */

import { Failure } from "../core/failure.ts";

export interface FileSource {
  /** Folders and name, with "/" between. For the names of notes only: nothing is ever opened or written by it. */
  readonly path: string;
  readonly sizeBytes: number;
  /** @throws Failure `file-unreadable`, `file-too-large`, `file-protected` */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** `path` where a folder was chosen or dropped. */
export function fileSource(file: File, path = file.webkitRelativePath || file.name): FileSource {
  return {
    path,
    sizeBytes: file.size,
    async bytes() {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        throw new Failure("file-unreadable", "It could not be opened. Check that it still exists and that you may read it.");
      }
    },
  };
}
