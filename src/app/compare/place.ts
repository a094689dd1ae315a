/** Where a teacher is: its host, whether a note leaves the machine on the way there, and whether this page may call it. */

import { Failure, type Result } from "../../core/failure.ts";
import { endpointOf } from "../../teacher/endpoint.ts";
import { PROVIDER_FACTS } from "../../teacher/presets.ts";
import type { TeacherChoice } from "./teacher-choice.ts";

export interface Place {
  /** As the screen calls the provider. */
  readonly label: string;
  readonly needsKey: boolean;
  readonly origin: string;
  /** Host and port. */
  readonly host: string;
  readonly leavesMachine: boolean;
  readonly encrypted: boolean;
  /** False where the page's policy shuts the host out: the browser would refuse every call. */
  readonly reachable: boolean;
}

/** `policy`: the page's own, as its `<meta>` says it; "" where it has none. */
export function placeOf(choice: TeacherChoice, policy: string): Result<Place> {
  const { label, needsKey } = PROVIDER_FACTS[choice.provider];
  try {
    const { baseUrl, host, leavesMachine, encrypted } = endpointOf(choice);
    const { origin } = new URL(baseUrl);
    return { ok: true, value: { label, needsKey, origin, host, leavesMachine, encrypted, reachable: mayReach(policy, origin) } };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, failure: { code: error.code, message: error.message } };
  }
}

/** The origins besides the page's own that a policy lets scripts reach. */
export function reachOf(policy: string): readonly string[] {
  const directive = policy.split(";").map((part) => part.trim().split(/\s+/)).find(([name]) => name === "connect-src");
  return (directive ?? []).slice(1).filter((source) => /^https?:\/\//.test(source));
}

const mayReach = (policy: string, origin: string): boolean => policy === "" || reachOf(policy).includes(origin);
