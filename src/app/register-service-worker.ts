/** Registers the service worker, for use without a network and for hosts that set no headers. */

/** To be called once, by the built page only. Waits for the first paint; never throws: the page works without it. */
export function registerServiceWorker(): void {
  if (!("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL("./sw.js", document.baseURI), { updateViaCache: "none" }).catch(() => undefined);
  };
  // Two frames: the first callback runs before the paint, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(register));
}
