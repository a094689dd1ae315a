/** The concept tables as a teacher without a key: medications and problems by their names, assertions by rules. On this machine. */

import { Failure } from "../../core/failure.ts";
import { withoutOverlap } from "../../core/overlap.ts";
import type { Teacher, TeacherReading } from "../../teacher/teacher.ts";
import { fetchConceptManifest, fetchConceptTable } from "../concept-files.ts";
import { changeNote, openNote, type CompareStore, type SentFacts, type TeacherRun } from "./compare-store.ts";

/** In the place of a teacher's id: there is one such teacher, and it is not set up. */
export const DICTIONARY_ID = "dictionary";

export interface Dictionary {
  /** Has the open note labelled; the tables are fetched from this origin on the first call. */
  readonly ask: () => Promise<void>;
}

const SENT: SentFacts = {
  name: "Ontologies",
  host: "this page",
  leavesMachine: false,
  estimate: { inputTokens: 0, outputTokens: 0, cost: { kind: "local" } },
  replaced: undefined,
};

/** `baseUrl`: the folder of the tables, with a trailing slash. */
export function createDictionary(store: CompareStore, { baseUrl, nowMs }: { readonly baseUrl: string; readonly nowMs: () => number }): Dictionary {
  let teachers: Promise<readonly Teacher[]> | undefined;
  return {
    async ask() {
      const note = openNote(store.getState());
      if (note === undefined) return;
      const tell = (run: TeacherRun) => changeNote(store, note.id, ({ runs }) => ({ runs: { ...runs, [DICTIONARY_ID]: run } }));
      tell({ phase: "running", sent: SENT, startedMs: nowMs(), mentions: 0 });
      try {
        teachers ??= loadTeachers(baseUrl, nowMs);
        const readings: TeacherReading[] = [];
        for (const teacher of await teachers) readings.push(await teacher.annotate(note));
        tell({ phase: "done", sent: SENT, reading: together(readings) });
      } catch (error) {
        teachers = undefined; // a failure is not kept: the next call tries again
        if (!(error instanceof Failure)) throw error;
        tell({ phase: "failed", failure: { code: error.code, message: error.message } });
      }
    },
  };
}

async function loadTeachers(baseUrl: string, nowMs: () => number): Promise<readonly Teacher[]> {
  const [{ decodeTable }, { createOntologyTeacher }, manifest] = await Promise.all([
    import("../../core/concepts/decode-table.ts"),
    import("../../teacher/ontology-teacher.ts"),
    fetchConceptManifest(baseUrl),
  ]);
  return Promise.all(
    manifest.tables.map(async (entry) => createOntologyTeacher(decodeTable(await fetchConceptTable(baseUrl, entry)), { tableVersion: entry.sha256.slice(0, 12), nowMs })),
  );
}

/** One reading of all groups. */
function together(readings: readonly TeacherReading[]): TeacherReading {
  const [first] = readings;
  if (first === undefined) throw new RangeError("no tables");
  const mentions = withoutOverlap(readings.flatMap(({ annotation }) => annotation.mentions));
  const versions = readings.map(({ annotation: { provenance } }) => `${provenance.name}@${provenance.version}`);
  return {
    ...first,
    annotation: { ...first.annotation, mentions, provenance: { kind: "teacher", name: "ontologies", version: versions.join(", ") } },
    counts: { exact: mentions.length, repaired: 0, lost: 0, rejected: 0 },
    latencyMs: readings.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
  };
}
