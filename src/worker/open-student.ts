/** Chooses the device and opens the student on it. A device counts only after the self-check. */

import { createChunkCache } from "../core/chunk-cache.ts";
import { Failure } from "../core/failure.ts";
import type { Student } from "../core/read-note.ts";
import type { StudentSession } from "../core/student.ts";
import { createWordPiece } from "../core/wordpiece.ts";
import { openWebSession } from "../runtime/web.ts";
import type { Device, DeviceChoice, LoadProgress } from "./api.ts";
import { ENGINE_FILES } from "./engine-files.ts";
import { gpuAdapter } from "./gpu-adapter.ts";
import { parseGolden, type ModelFiles } from "./model-files.ts";
import { passesSelfCheck } from "./self-check.ts";
import { threadCount } from "./threads.ts";

/** Some 10 MB of results at most. */
const CACHED_CHUNKS = 4_096;

export interface OpenedStudent {
  readonly student: Student;
  readonly device: Device;
  readonly threads: number;
  readonly fallbackReason?: string;
}

const GRAPHS = { wasm: "wasmGraph", webgpu: "webgpuGraph" } as const;

/** @throws Failure of the files, or `engine-unsupported` when WASM itself fails. */
export async function openStudent(files: ModelFiles, choice: DeviceChoice, onProgress: (progress: LoadProgress) => void): Promise<OpenedStudent> {
  const { manifest } = files;
  const wanted = await wantedDevice(choice);
  const opened = async (device: Device, fallbackReason?: string): Promise<OpenedStudent> => {
    const threads = device === "webgpu" ? 1 : threadCount(navigator.hardwareConcurrency, crossOriginIsolated);
    const loaded = await files.load(["vocabulary", "weights", "golden", GRAPHS[device]], onProgress);
    onProgress({ step: "engine" });
    const session = await openWebSession({
      device,
      graph: loaded[GRAPHS[device]],
      weights: loaded.weights,
      threads,
      wasmPaths: ENGINE_FILES[device],
    });
    onProgress({ step: "self-check" });
    await check(session, device, loaded.golden);
    const wordPiece = createWordPiece(new TextDecoder().decode(loaded.vocabulary));
    const student = { manifest, wordPiece, session, cache: createChunkCache(CACHED_CHUNKS) };
    return { student, device, threads, ...(fallbackReason !== undefined && { fallbackReason }) };
  };

  if (wanted.device === "wasm") return opened("wasm", wanted.reason);
  try {
    return await opened("webgpu");
  } catch (error) {
    // A file that can't be had is the same trouble on WASM; a device that can't be trusted is not.
    if (error instanceof Failure && error.code !== "engine-unsupported") throw error;
    const why = error instanceof WrongLogits ? "calculated wrongly in the self-check" : "did not start";
    return opened("wasm", `The graphics processor ${why}, so notes are read on the processor.`);
  }
}

async function wantedDevice(choice: DeviceChoice): Promise<{ device: Device; reason?: string }> {
  if (choice === "wasm") return { device: "wasm" };
  const adapter = await gpuAdapter();
  if (choice === "webgpu" && adapter === "none") {
    return { device: "wasm", reason: "This browser offers no graphics processor, so notes are read on the processor." };
  }
  return { device: choice === "webgpu" || adapter === "hardware" ? "webgpu" : "wasm" };
}

class WrongLogits extends Failure {}

async function check(session: StudentSession, device: Device, golden: Uint8Array): Promise<void> {
  if (await passesSelfCheck(session, parseGolden(golden)[device])) return;
  await session.release();
  throw new WrongLogits("engine-unsupported", "This browser calculates the student wrongly, so its readings could not be trusted. Update the browser or try another.");
}
