/** A labeler of notes that is not the student: a large language model, an ontology, anything that ends in an annotation. */

import type { Annotation, Provenance } from "../core/types.ts";
import type { AlignStatus } from "./align.ts";
import type { Cost, Estimate } from "./cost.ts";
import type { TeacherFailure, Usage } from "./teacher-failure.ts";

export interface TeacherNote {
  readonly id: string;
  readonly text: string;
}

export interface AnnotateOptions {
  readonly signal?: AbortSignal | undefined;
  /** The reply's text as far as it came; may be called often. */
  readonly onText?: ((text: string) => void) | undefined;
  /** Before each wait for a further try. */
  readonly onWait?: ((failure: TeacherFailure, delayMs: number) => void) | undefined;
}

export interface TeacherReading {
  readonly annotation: Annotation;
  /** Quotes by how they were found, and entries of the reply that were no mention. */
  readonly counts: Readonly<Record<AlignStatus | "rejected", number>>;
  /** Of all requests; undefined when the provider did not tell. */
  readonly usage: Usage | undefined;
  readonly cost: Cost;
  /** 2 when the first reply had to be repaired; tries after a failure not counted. */
  readonly requests: number;
  readonly latencyMs: number;
}

export interface Teacher {
  readonly provenance: Provenance;
  /** Sends nothing. */
  estimate(note: TeacherNote): Promise<Estimate>;
  /** @throws TeacherFailure; the signal's reason when cancelled */
  annotate(note: TeacherNote, options?: AnnotateOptions): Promise<TeacherReading>;
}
