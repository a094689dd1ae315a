/** What would be sent to a teacher: worked out before anything is sent, and sent as it was shown. */

import { Failure, type Result } from "../../core/failure.ts";
import type { Estimate } from "../../teacher/cost.ts";
import { deidentify, type Deidentified } from "../../teacher/deidentify.ts";
import { createLlmTeacher, type LlmTeacherOptions } from "../../teacher/llm-teacher.ts";
import { buildPrompt } from "../../teacher/prompt.ts";
import { sha256Hex } from "../../teacher/sha256.ts";
import type { TeacherSettings } from "../../teacher/settings.ts";
import type { Teacher } from "../../teacher/teacher.ts";
import type { Place } from "./place.ts";
import type { ComparedNote } from "./compare-store.ts";

export interface Sending {
  readonly noteId: string;
  readonly teacherId: string;
  readonly teacherName: string;
  readonly place: Place;
  /** The note as it goes; what was replaced in it is in `replacements` (by `placedStart` and `placedEnd`). */
  readonly text: string;
  readonly replacements: Deidentified["replacements"];
  /** Whether identifiers were looked for. */
  readonly deidentified: boolean;
  /** What goes along with every note: the guideline, and how many worked examples. */
  readonly system: string;
  readonly examples: readonly { readonly role: string; readonly text: string }[];
  readonly estimate: Estimate;
  /** Sends it. Mentions come back as positions in the note. */
  readonly annotate: Teacher["annotate"] extends (note: infer _, ...rest: infer Rest) => infer Reply ? (...rest: Rest) => Reply : never;
}

export interface SendingOptions {
  readonly teacherId: string;
  readonly teacherName: string;
  readonly place: Place;
  readonly settings: TeacherSettings;
  readonly deidentify: boolean;
  readonly surroundings: LlmTeacherOptions;
}

/** Sends nothing. A failure where the settings are incomplete. */
export async function planSending(note: ComparedNote, options: SendingOptions): Promise<Result<Sending>> {
  const { teacherId, teacherName, place, settings, surroundings } = options;
  const changed = options.deidentify ? deidentify(note.text) : undefined;
  const text = changed?.text ?? note.text;
  try {
    const teacher = await createLlmTeacher(settings, surroundings);
    const sent = { id: note.id, text };
    const prompt = buildPrompt(text, await sha256Hex(text));
    const textHash = await sha256Hex(note.text);
    return {
      ok: true,
      value: {
        noteId: note.id,
        teacherId,
        teacherName,
        place,
        text,
        replacements: changed?.replacements ?? [],
        deidentified: options.deidentify,
        system: prompt.system,
        examples: prompt.turns.slice(0, -1),
        estimate: await teacher.estimate(sent),
        async annotate(call) {
          const reading = await teacher.annotate(sent, call);
          if (changed === undefined) return reading;
          const found = reading.annotation.mentions;
          const mentions = changed.restore(found);
          const lost = reading.counts.lost + found.length - mentions.length;
          return { ...reading, counts: { ...reading.counts, lost }, annotation: { ...reading.annotation, textHash, mentions } };
        },
      },
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, failure: { code: error.code, message: error.message } };
  }
}

/** What a consent is for: this host, a note that leaves the machine or not, with identifiers replaced or not. */
export const consentKey = ({ place, deidentified }: Pick<Sending, "place" | "deidentified">): string =>
  `${place.origin} ${place.leavesMachine ? "away" : "here"} ${deidentified ? "replaced" : "as it is"}`;

/** Whether consents given cover it: who agreed to the whole note agreed to one with less in it. */
export const isCovered = (sending: Pick<Sending, "place" | "deidentified">, given: readonly string[]): boolean =>
  given.includes(consentKey(sending)) || given.includes(consentKey({ ...sending, deidentified: false }));
