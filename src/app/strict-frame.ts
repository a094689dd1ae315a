/**
 * A window inside the page that reaches the page's own origin only. A blob: worker inherits the policy of the window
 * that starts it, and a frame written by the page has the page's policy and its own together: so the engine can't reach
 * a teacher's host even where the page can, and on hosts that send no headers too.
 */

const POLICY = "connect-src 'self'";
const PATIENCE_MS = 2_000;

/** Resolves with the frame's window; never rejects. Where the browser makes no such frame, with the page's own window. */
export function openStrictFrame(): Promise<Window & typeof globalThis> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return new Promise((resolve) => {
    const settle = () => resolve((frame.contentWindow as (Window & typeof globalThis) | null) ?? window);
    frame.addEventListener("load", settle, { once: true });
    setTimeout(() => resolve(window), PATIENCE_MS);
    document.body.append(frame);
  });
}
