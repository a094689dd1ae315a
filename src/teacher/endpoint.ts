/** Where a note would go: said before anything is sent. */

import { isOllamaCloudModel } from "./providers/ollama.ts";
import { PROVIDER_FACTS } from "./presets.ts";
import { teacherFailure } from "./provider-errors.ts";
import type { TeacherSettings } from "./settings.ts";
import { TeacherFailure } from "./teacher-failure.ts";

export interface Endpoint {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Host and port. */
  readonly host: string;
  /** False only for a server on this machine with a model that runs there. */
  readonly leavesMachine: boolean;
  /** False: who listens on the way can read the note. */
  readonly encrypted: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @throws TeacherFailure `teacher-request` on an address that is none, that holds a key or a query, or that would send a key unencrypted to another machine. */
export function endpointOf(settings: TeacherSettings): Endpoint {
  const facts = PROVIDER_FACTS[settings.provider];
  const given = settings.baseUrl?.trim() ?? "";
  const url = parseUrl(given === "" ? facts.baseUrl : given);
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw wrongAddress("It must begin with http:// or https://.");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw wrongAddress("Leave out user, password, query and fragment: addresses are logged.");
  }
  const here = LOOPBACK.test(url.hostname);
  const encrypted = url.protocol === "https:";
  if (!here && !encrypted && settings.key !== undefined) throw wrongAddress("A key goes to another machine by https only.");
  return {
    baseUrl: url.href.replace(/\/+$/, ""),
    host: url.host,
    leavesMachine: !here || (settings.provider === "ollama" && isOllamaCloudModel(settings.model)),
    encrypted: encrypted || here,
  };
}

/** Not URL.parse: Node 20 lacks it. */
function parseUrl(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

const wrongAddress = (why: string): TeacherFailure => new TeacherFailure("teacher-request", `The address of the server can't be used. ${why}`);

/** @throws TeacherFailure when the key or the model is missing. */
export function requireComplete(settings: TeacherSettings): void {
  const { label, needsKey } = PROVIDER_FACTS[settings.provider];
  if (needsKey && settings.key === undefined) throw new TeacherFailure("teacher-auth", `${label} needs a key of yours. Enter it first.`);
  if (settings.model.trim() === "") throw teacherFailure("teacher-model", label, { hint: "Enter the model's name first." });
}
