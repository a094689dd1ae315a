/** Registers the service worker, for use without a network and for hosts that set no headers. */

/** To be called once, by a built page only. Waits for the first paint; never throws: the page works without it. `siteUrl`: the address of the main page. */
export function registerServiceWorker(siteUrl: string): void {
  if (!("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL("./sw.js", siteUrl), { updateViaCache: "none" }).catch(() => undefined);
  };
  // Two frames: the first callback runs before the paint, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(register));
}
