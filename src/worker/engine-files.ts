/** Absolute URLs of the engine's own files, which the build copies beside the page: nothing comes from another host. */

import jspiMjs from "onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url";
import jspiWasm from "onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url";
import wasmMjs from "onnxruntime-web/ort-wasm-simd-threaded.mjs?url";
import wasmWasm from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import type { EngineFiles } from "../runtime/web.ts";
import type { Device } from "./api.ts";

// The worker runs from a blob: URL, where a relative URL has no base.
const absolute = (url: string) => new URL(url, import.meta.url).href;

export const ENGINE_FILES: Readonly<Record<Device, EngineFiles>> = {
  wasm: { mjs: absolute(wasmMjs), wasm: absolute(wasmWasm) },
  webgpu: { mjs: absolute(jspiMjs), wasm: absolute(jspiWasm) },
};
