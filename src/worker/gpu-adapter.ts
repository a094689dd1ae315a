/** Is there a graphics processor worth trying? */

/** Names under which drivers that compute on the CPU report themselves. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|warp/i;

/** `none`: no WebGPU; `software`: an adapter that computes on the CPU; `hardware`: a real one. Never throws. */
export async function gpuAdapter(): Promise<"none" | "software" | "hardware"> {
  if (!("gpu" in navigator)) return "none";
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
    if (!adapter) return "none";
    const { info } = adapter;
    const names = [info.vendor, info.architecture, info.device, info.description].join(" ");
    return info.isFallbackAdapter || SOFTWARE.test(names) ? "software" : "hardware";
  } catch {
    return "none";
  }
}
