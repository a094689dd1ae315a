/** Asking teachers: consent first, then all of them at once; what one of them does not manage costs the others nothing. */

import type { FailureValue, Result } from "../../core/failure.ts";
import { createBudget, type Budget } from "../../teacher/budget.ts";
import { checkConnection } from "../../teacher/check-connection.ts";
import type { TeacherSettings } from "../../teacher/settings.ts";
import { TeacherFailure } from "../../teacher/teacher-failure.ts";
import type { Surroundings } from "../../teacher/transport.ts";
import { changeNote, openNote, type CompareStore, type ConnectionCheck, type SentFacts, type TeacherRun } from "./compare-store.ts";
import type { KeyRing } from "./key-ring.ts";
import { placeOf } from "./place.ts";
import { consentKey, isCovered, planSending, type Sending } from "./sending.ts";
import { teacherName, type TeacherChoice } from "./teacher-choice.ts";

export interface Runs {
  /** Has these teachers read the open note: at once where the user has agreed, after the sheet where not. */
  readonly ask: (teacherIds: readonly string[]) => Promise<void>;
  /** The user agrees to what the sheet shows: this and every further note go to that place, until the page closes. */
  readonly agree: () => void;
  readonly decline: () => void;
  /** Ends what is under way for this note, for this teacher, or for both together. */
  readonly cancel: (which: { readonly noteId?: string; readonly teacherId?: string }) => void;
  /** Asks for the list of models: sends the key, no note. */
  readonly check: (teacherId: string) => Promise<void>;
  /** Undefined: no cap. What was spent stays spent. */
  readonly setBudget: (limitUsd: number | undefined) => void;
}

/** A reply that streams in tells of itself at most this often. */
const TELL_EVERY_MS = 150;

export interface RunOptions {
  readonly store: CompareStore;
  readonly keys: KeyRing;
  readonly surroundings: Surroundings;
  readonly policy: string;
}

export function createRuns({ store, keys, surroundings, policy }: RunOptions): Runs {
  const running = new Map<string, AbortController>();
  let budget: Budget = createBudget(undefined);
  const runKey = (noteId: string, teacherId: string) => `${noteId} ${teacherId}`;
  const setRun = (noteId: string, teacherId: string, run: TeacherRun) => changeNote(store, noteId, ({ runs }) => ({ runs: { ...runs, [teacherId]: run } }));

  const settingsOf = ({ provider, model, baseUrl, effort, schema }: TeacherChoice, origin: string): TeacherSettings => ({
    provider,
    model,
    baseUrl: baseUrl.trim() === "" ? undefined : baseUrl,
    effort,
    schema,
    key: keys.of(origin),
  });

  const plan = async (choice: TeacherChoice): Promise<Result<Sending>> => {
    const note = openNote(store.getState());
    const place = placeOf(choice, policy);
    if (!place.ok) return place;
    if (note === undefined) return failed({ code: "teacher-request", message: "There is no note to read. Bring one first." });
    if (!place.value.reachable) return failed(UNREACHABLE);
    return planSending(note, {
      teacherId: choice.id,
      teacherName: teacherName(choice),
      place: place.value,
      settings: settingsOf(choice, place.value.origin),
      deidentify: store.getState().deidentify,
      surroundings: { ...surroundings, budget },
    });
  };

  const send = async (sending: Sending): Promise<void> => {
    const { noteId, teacherId } = sending;
    running.get(runKey(noteId, teacherId))?.abort(CANCELLED);
    const controller = new AbortController();
    running.set(runKey(noteId, teacherId), controller);
    const startedMs = surroundings.nowMs();
    const sent = sentFacts(sending);
    let toldMs = -Infinity;
    const tell = (run: TeacherRun) => {
      if (running.get(runKey(noteId, teacherId)) === controller) setRun(noteId, teacherId, run);
    };
    tell({ phase: "running", sent, startedMs, mentions: 0 });
    try {
      const reading = await sending.annotate({
        signal: controller.signal,
        onText(text) {
          if (surroundings.nowMs() - toldMs < TELL_EVERY_MS) return;
          toldMs = surroundings.nowMs();
          tell({ phase: "running", sent, startedMs, mentions: text.split('"quote"').length - 1 });
        },
        onWait(failure, delayMs) {
          tell({ phase: "waiting", sent, startedMs, untilMs: surroundings.nowMs() + delayMs, why: failure.message });
        },
      });
      tell({ phase: "done", sent, reading });
    } catch (error) {
      if (controller.signal.aborted) tell({ phase: "cancelled" });
      else if (error instanceof TeacherFailure) tell({ phase: "failed", failure: { code: error.code, message: error.message } });
      else {
        tell({ phase: "failed", failure: { code: "teacher-malformed", message: "The reply could not be used. Try again, or choose another model." } });
        throw error;
      }
    } finally {
      if (running.get(runKey(noteId, teacherId)) === controller) running.delete(runKey(noteId, teacherId));
      store.setState({ spentUsd: budget.spentUsd });
    }
  };

  return {
    async ask(teacherIds) {
      const { teachers, openId } = store.getState();
      if (openId === undefined) return;
      const wanted = teachers.filter(({ id }) => teacherIds.includes(id));
      const plans = await Promise.all(wanted.map(async (choice) => ({ choice, planned: await plan(choice) })));
      const sheet: Sending[] = [];
      for (const { choice, planned } of plans) {
        if (!planned.ok) setRun(openId, choice.id, { phase: "failed", failure: planned.failure });
        else if (isCovered(planned.value, store.getState().consents)) void send(planned.value);
        else sheet.push(planned.value);
      }
      store.setState({ sheet });
    },
    agree() {
      const { sheet: [first, ...rest], consents } = store.getState();
      if (first === undefined) return;
      const given = [...consents, consentKey(first)];
      const covered = rest.filter((sending) => isCovered(sending, given));
      store.setState({ consents: given, sheet: rest.filter((sending) => !covered.includes(sending)) });
      for (const sending of [first, ...covered]) void send(sending);
    },
    decline() {
      const { sheet: [first, ...rest] } = store.getState();
      if (first !== undefined) setRun(first.noteId, first.teacherId, { phase: "cancelled" });
      store.setState({ sheet: rest });
    },
    cancel({ noteId, teacherId }) {
      for (const [key, controller] of running) {
        const [note, teacher] = key.split(" ");
        if ((noteId ?? note) === note && (teacherId ?? teacher) === teacher) controller.abort(CANCELLED);
      }
    },
    async check(teacherId) {
      const choice = store.getState().teachers.find(({ id }) => id === teacherId);
      if (choice === undefined) return;
      const tell = (check: ConnectionCheck) => store.setState(({ checks }) => ({ checks: { ...checks, [teacherId]: check } }));
      const place = placeOf(choice, policy);
      if (!place.ok || !place.value.reachable) {
        tell({ phase: "failed", message: place.ok ? UNREACHABLE.message : place.failure.message });
        return;
      }
      tell({ phase: "checking" });
      try {
        tell({ phase: "fine", models: await checkConnection(settingsOf(choice, place.value.origin), surroundings) });
      } catch (error) {
        if (!(error instanceof TeacherFailure)) throw error;
        tell({ phase: "failed", message: error.message });
      }
    },
    setBudget(limitUsd) {
      budget = createBudget(limitUsd, budget.spentUsd);
      store.setState({ budgetUsd: limitUsd });
    },
  };
}

const sentFacts = ({ teacherName: name, place, estimate, deidentified, replacements }: Sending): SentFacts => ({
  name,
  host: place.host,
  leavesMachine: place.leavesMachine,
  estimate,
  replaced: deidentified ? replacements.length : undefined,
});

const CANCELLED = new DOMException("cancelled by the user", "AbortError");
const failed = (failure: FailureValue): { readonly ok: false; readonly failure: FailureValue } => ({ ok: false, failure });

const UNREACHABLE: FailureValue = {
  code: "teacher-unreachable",
  message:
    "This page's policy does not let it reach that address. Use a provider or a local port of the list, or have the page built with the address in TEACHER_SERVERS (docs/privacy.md).",
};
