/** Gives the user a file, as a download of the page's own. */

import type { Clock } from "../clock.ts";

/** The browser may still be reading when the click is over. */
const KEEP_MS = 60_000;

export function saveFile(blob: Blob, fileName: string, clock: Clock): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  clock.after(KEEP_MS, () => URL.revokeObjectURL(url));
}
