/** What comes out of a file. A file may give many of each; one that fails never stops the others. */

import type { FailureValue } from "../core/failure.ts";
import type { NoteFinding } from "../core/note-record.ts";
import type { Correction } from "../core/review.ts";

export interface FileNote {
  readonly name: string;
  /** Never blank. Line ends are single line feeds. */
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly date?: string | undefined;
  /** Labels that the file brought along. */
  readonly reading?: NoteFinding | undefined;
  readonly corrections?: readonly Correction[] | undefined;
}

export type FileItem =
  | { readonly kind: "note"; readonly note: FileNote }
  /** The file, or the part of it that the sentence names, gave no note. */
  | { readonly kind: "problem"; readonly failure: FailureValue }
  /** The notes are there; this is worth knowing about them. */
  | { readonly kind: "notice"; readonly message: string };

/** An item with the file that it is about. Names and numbers only: no item but a note holds a file's content. */
export type NamedFileItem = FileItem & { readonly path: string };
