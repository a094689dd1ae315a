/** A local HTTP server that speaks each provider's wire format. The base URL of a scenario names the scenario. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProviderId } from "../../../src/teacher/settings.ts";
import type { Received, Scenario, Step, Wire } from "./scenario.ts";
import { anthropicWire } from "./wire-anthropic.ts";
import { geminiWire } from "./wire-gemini.ts";
import { ollamaWire } from "./wire-ollama.ts";
import { openAiWire } from "./wire-openai.ts";
import { cutAt } from "./split.ts";

const CHAT = /\/chat\/completions$/;
export const WIRES: Readonly<Record<ProviderId, Wire>> = {
  openai: openAiWire({ path: CHAT, limit: "max_completion_tokens", needsKey: true, comments: false }),
  openrouter: openAiWire({ path: CHAT, limit: "max_tokens", needsKey: true, comments: true }),
  "openai-compatible": openAiWire({ path: CHAT, limit: "max_tokens", needsKey: false, comments: false }),
  anthropic: anthropicWire,
  gemini: geminiWire,
  ollama: ollamaWire,
};

export interface FakeProvider {
  /** Registers the scenario; its requests gather in `received`. */
  play(scenario: Scenario): { readonly baseUrl: string; readonly received: readonly Received[] };
  close(): Promise<void>;
}

interface Playing {
  readonly scenario: Scenario;
  readonly received: Received[];
}

/** What browsers are told, as the real providers do. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "content-type, authorization, x-api-key, x-goog-api-key, anthropic-version, anthropic-dangerous-direct-browser-access",
  "access-control-allow-methods": "GET, POST",
  "access-control-expose-headers": "*",
};

/** The first of `ports` that is free; by default any. */
export async function startFakeProvider(ports: readonly number[] = [0]): Promise<FakeProvider> {
  const playing = new Map<string, Playing>();
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const [, id = ""] = /^\/([^/]+)\//.exec(request.url ?? "") ?? [];
    const found = playing.get(id);
    if (found === undefined) response.writeHead(500).end("no such scenario");
    else void respond(found, request, response);
  });
  const port = await listen(server, ports);
  return {
    play(scenario) {
      const id = `s${playing.size}`;
      const received: Received[] = [];
      playing.set(id, { scenario, received });
      return { baseUrl: `http://127.0.0.1:${port}/${id}`, received };
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, [port, ...others]: readonly number[]): Promise<number> {
  const listening = await new Promise<boolean>((settled) => {
    server.once("error", () => settled(false));
    server.listen(port, "127.0.0.1", () => settled(true));
  });
  if (listening) return (server.address() as AddressInfo).port;
  if (others.length === 0) throw new Error("no port is free for the fake provider");
  return listen(server, others);
}

async function respond({ scenario, received }: Playing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const got = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
  received.push(got);
  const wire = WIRES[scenario.provider];
  const step = scenario.steps[Math.min(received.length, scenario.steps.length) - 1];
  const echo = `${scenario.key} ${body.slice(-400)}`;
  if (got.method === "GET") {
    sendModels({ scenario, received }, { wire, response, echo, step });
    return;
  }
  const parsed = JSON.parse(body) as unknown;
  const problem = wire.problem(got, parsed, scenario.key);
  if (problem !== undefined || step === undefined) sendError(response, { status: 422, body: { error: { message: `wrong: ${problem ?? "no step"}` } } });
  else await take(step, { wire, response, echo, streams: wire.streams(got, parsed), seed: scenario.seed + received.length });
}

const MODEL_LISTS: Readonly<Partial<Record<ProviderId, (ids: readonly string[]) => object>>> = {
  gemini: (ids) => ({ models: ids.map((id) => ({ name: `models/${id}`, supportedGenerationMethods: ["generateContent"] })) }),
  ollama: (ids) => ({ models: ids.map((name) => ({ name, size: 1 })) }),
};

/** The list of models, or what the step says instead: an error, or a body of its own. */
function sendModels({ scenario, received }: Playing, { wire, response, echo, step }: { wire: Wire; response: ServerResponse; echo: string; step: Step | undefined }): void {
  const headers = Object.values(received.at(-1)?.headers ?? {}).join("\n");
  const ids = scenario.models ?? ["m"];
  if (step?.kind === "error") sendError(response, wire.error(step.error, echo), step.headers);
  else if (step?.kind === "raw") response.writeHead(step.status, { "content-type": step.contentType }).end(step.body);
  else if (scenario.provider !== "ollama" && !headers.includes(scenario.key)) sendError(response, wire.error("key", echo));
  else {
    const body = MODEL_LISTS[scenario.provider]?.(ids) ?? { object: "list", data: ids.map((id) => ({ id })) };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  }
}

interface Stage {
  readonly wire: Wire;
  readonly response: ServerResponse;
  readonly echo: string;
  readonly streams: boolean;
  readonly seed: number;
}

async function take(step: Step, { wire, response, echo, streams, seed }: Stage): Promise<void> {
  const stream = (parts: readonly string[]): Buffer => Buffer.from(parts.join(""), "utf8");
  const half = (text: string): string => text.slice(0, Math.ceil(text.length / 2));
  const pieces = (text: string): string[] => cutAt(text, seed, 12);
  if (step.kind === "error") {
    sendError(response, wire.error(step.error, echo), step.headers);
    return;
  }
  if (step.kind === "raw") return void response.writeHead(step.status, { "content-type": step.contentType }).end(step.body);
  if (step.kind === "silent" && step.when === "before") return;
  if (!streams) {
    const whole = JSON.stringify(wire.whole(step.text, step.kind === "reply" ? (step.finish ?? "complete") : "complete"));
    response.writeHead(200, { "content-type": "application/json" });
    if (step.kind === "reply") response.end(whole);
    else if (step.kind === "error-in-stream") response.end(JSON.stringify(wire.error(step.error, echo).body));
    else if (step.kind === "short") response.end(half(whole));
    else {
      response.write(half(whole));
      if (step.kind === "cut") setTimeout(() => response.destroy(), 5);
    }
    return;
  }
  response.writeHead(200, { "content-type": wire.contentType });
  if (step.kind === "reply") {
    await writeSplit(response, stream(wire.stream(pieces(step.text), step.finish ?? "complete")), seed);
    return void response.end();
  }
  const begun = stream(wire.stream(pieces(half(step.text)), undefined));
  response.write(begun);
  if (step.kind === "error-in-stream") response.end(wire.streamError(step.error, echo));
  else if (step.kind === "short") response.end();
  else if (step.kind === "cut") setTimeout(() => response.destroy(), 5);
}

function sendError(response: ServerResponse, { status, body }: { status: number; body: unknown }, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** A few writes at random bytes, each a turn of the event loop apart. */
async function writeSplit(response: ServerResponse, bytes: Buffer, seed: number): Promise<void> {
  for (const part of cutAt(bytes, seed, 5)) {
    response.write(part);
    await new Promise((next) => setImmediate(next));
  }
}
