/** Concepts for the page: the shipped tables, and one of the user's own, kept in memory only. The code for them loads with them. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { ConceptTable } from "../core/concepts/concept-table.ts";
import type { ConceptLinker } from "../core/concepts/link.ts";
import { Failure, type FailureValue } from "../core/failure.ts";
import { fetchConceptManifest, fetchConceptTable } from "./concept-files.ts";

export interface ConceptState {
  /** Undefined until the tables are in; a new one when a table is added. */
  readonly linker: ConceptLinker | undefined;
  /** What went wrong last; the page works without concepts. */
  readonly failure: FailureValue | undefined;
}

export interface Concepts {
  readonly store: StoreApi<ConceptState>;
  /** Fetches and reads the shipped tables once; after a failure the next call tries again. Never rejects. */
  load(): Promise<void>;
  /** Reads a table built with `--rxnorm` or `--snomed`; it is asked before the shipped ones. Never rejects. */
  addFile(file: Blob): Promise<void>;
}

/** The longest piece of work between two looks at the page. */
const SLICE_MS = 8;

async function readInSlices(text: string): Promise<ConceptTable> {
  const { decodeTableInSteps } = await import("../core/concepts/decode-table.ts");
  const steps = decodeTableInSteps(text, 250);
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnd = performance.now() + SLICE_MS;
  }
}

export function createConcepts(baseUrl: string): Concepts {
  const store = createStore<ConceptState>(() => ({ linker: undefined, failure: undefined }));
  let shipped: readonly ConceptTable[] = [];
  let own: readonly ConceptTable[] = [];
  let loading: Promise<void> | undefined;

  const publish = async (): Promise<void> => {
    const { createConceptLinker } = await import("../core/concepts/link.ts");
    store.setState({ linker: createConceptLinker([...own, ...shipped]), failure: undefined });
  };
  const tellOf = (error: unknown): void => {
    const failure = error instanceof Failure ? error : new Failure("file-unreadable", "The concept table could not be read. Try it again.");
    store.setState({ failure: { code: failure.code, message: failure.message } });
  };
  const loadShipped = async (): Promise<void> => {
    // Asked for at once, so that nothing is left to fetch when the note is read.
    const code = Promise.all([import("../core/concepts/decode-table.ts"), import("../core/concepts/link.ts")]);
    code.catch(() => undefined);
    const manifest = await fetchConceptManifest(baseUrl);
    const texts = await Promise.all(manifest.tables.map((table) => fetchConceptTable(baseUrl, table)));
    const tables: ConceptTable[] = [];
    for (const text of texts) tables.push(await readInSlices(text));
    shipped = tables;
    await code;
    await publish();
  };

  return {
    store,
    load() {
      loading ??= loadShipped().catch((error: unknown) => {
        loading = undefined; // a failure is not kept: the next call tries again
        tellOf(error);
      });
      return loading;
    },
    async addFile(file) {
      try {
        own = [await readInSlices(await file.text()), ...own];
        await publish();
      } catch (error) {
        tellOf(error);
      }
    },
  };
}
