/** A large language model as teacher: prompt, call with retry, parse, one repair, align. */

import { align } from "./align.ts";
import type { Budget } from "./budget.ts";
import { addCosts, costOf, estimateCall, type Cost } from "./cost.ts";
import { PROVIDER_FACTS } from "./presets.ts";
import { buildPrompt, buildRepair, PROMPT_VERSION, promptHash, type Prompt } from "./prompt.ts";
import { teacherFailure } from "./provider-errors.ts";
import { ADAPTERS } from "./providers/by-id.ts";
import { parseReply, type ParsedReply } from "./reply.ts";
import { withRetry, type RetryPolicy } from "./retry.ts";
import type { TeacherSettings } from "./settings.ts";
import { sha256Hex } from "./sha256.ts";
import { targetFor } from "./target.ts";
import type { AnnotateOptions, Teacher, TeacherNote, TeacherReading } from "./teacher.ts";
import { TeacherFailure, type Usage } from "./teacher-failure.ts";
import { callProvider, type ProviderReply, type Surroundings } from "./transport.ts";

export interface LlmTeacherOptions extends Surroundings {
  readonly budget?: Budget | undefined;
  readonly retry?: RetryPolicy | undefined;
  /** Of one request. Default: five minutes in all, two of silence (a reasoning model is silent while it thinks). */
  readonly timeoutMs?: number | undefined;
  readonly idleMs?: number | undefined;
}

const TIMEOUT_MS = 300_000;
const IDLE_MS = 120_000;

/** What one note has cost so far. */
interface Bill {
  readonly costs: Cost[];
  readonly usages: (Usage | undefined)[];
}

/** @throws TeacherFailure when key or model is missing, or the address can't be used. */
export async function createLlmTeacher(settings: TeacherSettings, options: LlmTeacherOptions): Promise<Teacher> {
  targetFor(settings, "");
  const version = `${PROMPT_VERSION}+${(await promptHash()).slice(0, 12)}`;
  const provenance = { kind: "teacher", name: `${settings.provider}:${settings.model.trim()}`, version } as const;
  return {
    provenance,
    async estimate(note) {
      return estimateCall(settings, buildPrompt(note.text, await sha256Hex(note.text)), note.text);
    },
    async annotate(note, call = {}) {
      const startMs = options.nowMs();
      const textHash = await sha256Hex(note.text);
      const bill: Bill = { costs: [], usages: [] };
      const prompt = buildPrompt(note.text, textHash);
      const { reply, requests } = await askWithRepair(prompt, (asked) => ask(asked, { note, settings, options, call, bill }), settings);
      const { mentions, counts } = align(note.text, reply.mentions);
      return {
        annotation: { noteId: note.id, textHash, mentions, provenance },
        counts: { ...counts, rejected: reply.rejected },
        usage: addUsages(bill.usages),
        cost: addCosts(bill.costs),
        requests,
        latencyMs: options.nowMs() - startMs,
      } satisfies TeacherReading;
    },
  };
}

/** One request for repair, then `teacher-malformed`, or `teacher-refused` when the model says so in prose. */
async function askWithRepair(
  prompt: Prompt,
  ask: (prompt: Prompt) => Promise<ProviderReply>,
  { provider }: TeacherSettings,
): Promise<{ reply: ParsedReply; requests: number }> {
  const first = await ask(prompt);
  const parsed = parseReply(first.text);
  if (parsed.ok) return { reply: parsed.reply, requests: 1 };
  const repaired = parseReply((await ask(buildRepair(prompt, first.text, parsed.problem))).text);
  if (repaired.ok) return { reply: repaired.reply, requests: 2 };
  throw teacherFailure(repaired.problem === "refusal" ? "teacher-refused" : "teacher-malformed", PROVIDER_FACTS[provider].label);
}

interface Asking {
  readonly note: TeacherNote;
  readonly settings: TeacherSettings;
  readonly options: LlmTeacherOptions;
  readonly call: AnnotateOptions;
  readonly bill: Bill;
}

/** One request, tried again where that helps; every try is held against the budget. */
async function ask(prompt: Prompt, { note, settings, options, call, bill }: Asking): Promise<ProviderReply> {
  const target = targetFor(settings, note.text);
  const adapter = ADAPTERS[settings.provider];
  const facts = PROVIDER_FACTS[settings.provider];
  const estimate = estimateCall(settings, prompt, note.text);
  const attempt = async (): Promise<ProviderReply> => {
    const held = options.budget?.reserve(estimate.cost);
    // Cancelled or out of time: the provider may have written a part, and bills it. Then the estimate counts.
    let cost: Cost = { kind: "unknown" };
    try {
      const reply = await callProvider(adapter, adapter.request(prompt, target), {
        fetch: options.fetch,
        nowMs: options.nowMs,
        sleep: options.sleep,
        random: options.random,
        label: facts.label,
        model: target.model,
        hint: facts.hint === "" ? undefined : facts.hint,
        signal: call.signal,
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
        idleMs: options.idleMs ?? IDLE_MS,
        onText: call.onText,
      });
      bill.usages.push(reply.usage);
      bill.costs.push((cost = costOf(settings, reply.usage)));
      return reply;
    } catch (error) {
      if (error instanceof TeacherFailure && error.usage !== undefined) {
        bill.usages.push(error.usage);
        bill.costs.push((cost = costOf(settings, error.usage)));
      } else if (error instanceof TeacherFailure && error.code !== "teacher-timeout") cost = { kind: "local" }; // no reply, no bill
      throw error;
    } finally {
      held?.settle(cost);
    }
  };
  return withRetry(attempt, { sleep: options.sleep, random: options.random, policy: options.retry, signal: call.signal, onWait: call.onWait });
}

function addUsages(usages: readonly (Usage | undefined)[]): Usage | undefined {
  let total: Usage | undefined = { inputTokens: 0, outputTokens: 0 };
  for (const usage of usages) {
    if (usage === undefined) return undefined;
    total = { inputTokens: total.inputTokens + usage.inputTokens, outputTokens: total.outputTokens + usage.outputTokens };
  }
  return usages.length === 0 ? undefined : total;
}
