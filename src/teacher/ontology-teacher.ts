/** An ontology as teacher: names of a concept table, assertions by rules. On this machine, without a key, at no cost. */

import { assertByRules } from "../core/assertion-rules/assert-mentions.ts";
import type { ConceptTable } from "../core/concepts/concept-table.ts";
import { createDictionaryLabeler } from "../core/dictionary-labeler.ts";
import type { Mention } from "../core/types.ts";
import { sha256Hex } from "./sha256.ts";
import type { Teacher, TeacherReading } from "./teacher.ts";

/** Of the labeler and the assertion rules; a change of either that changes labels needs a new one. */
const RULES_VERSION = "1";

export interface OntologyTeacherOptions {
  /** Of the table, for the provenance: a release, or the beginning of its hash. */
  readonly tableVersion: string;
  readonly nowMs: () => number;
}

/** Labels one group only: medications, or diseases and symptoms. A mention's score says nothing here: it is 1. */
export function createOntologyTeacher(table: ConceptTable, { tableVersion, nowMs }: OntologyTeacherOptions): Teacher {
  const label = createDictionaryLabeler(table);
  const provenance = { kind: "teacher", name: `ontology:${table.group}`, version: `${RULES_VERSION}+${tableVersion}` } as const;
  return {
    provenance,
    estimate: () => Promise.resolve({ inputTokens: 0, outputTokens: 0, cost: { kind: "local" } }),
    async annotate({ id, text }, { signal } = {}) {
      signal?.throwIfAborted();
      const startMs = nowMs();
      const found = label(text);
      const assertions = assertByRules(text, found);
      const mentions = found.map(({ start, end, type, concept }, i): Mention => ({ start, end, type, assertion: assertions[i] ?? "present", score: 1, concept }));
      return {
        annotation: { noteId: id, textHash: await sha256Hex(text), mentions, provenance },
        counts: { exact: mentions.length, repaired: 0, lost: 0, rejected: 0 },
        usage: { inputTokens: 0, outputTokens: 0 },
        cost: { kind: "local" },
        requests: 0,
        latencyMs: nowMs() - startMs,
      } satisfies TeacherReading;
    },
  };
}
