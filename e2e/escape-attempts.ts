/** Ways for a script to get text out to another origin. Each function runs inside the page or the worker. */

/** From a page. Resolves when each way has succeeded or failed. */
export async function escapeFromPage(sink: string): Promise<void> {
  const settled = (target: EventTarget, names: string[]) =>
    new Promise<void>((resolve) => {
      for (const name of names) target.addEventListener(name, () => resolve(), { once: true });
      setTimeout(resolve, 3_000);
    });
  const request = new XMLHttpRequest();
  const image = new Image();
  const ways: Promise<unknown>[] = [
    fetch(`${sink}fetch`, { method: "POST", mode: "no-cors", body: "x" }).catch(() => undefined),
    settled(request, ["loadend"]),
    settled(image, ["load", "error"]),
  ];
  try {
    request.open("POST", `${sink}xhr`);
    request.send("x");
  } catch {
    // blocked at once
  }
  image.src = `${sink}img`;
  navigator.sendBeacon(`${sink}beacon`, "x");
  for (const open of [() => new WebSocket(`${sink.replace("http", "ws")}ws`), () => new EventSource(`${sink}events`)]) {
    try {
      const stream = open();
      ways.push(settled(stream, ["open", "error"]).then(() => stream.close()));
    } catch {
      // blocked at once
    }
  }
  for (const tag of ["link", "script", "iframe"] as const) {
    const element = document.createElement(tag);
    ways.push(settled(element, ["load", "error"]));
    if (element instanceof HTMLLinkElement) {
      element.rel = "stylesheet";
      element.href = `${sink}style`;
    } else {
      element.src = sink + tag;
    }
    document.head.append(element);
  }
  await Promise.all(ways);
}

/** From a worker. Resolves when each way has succeeded or failed. */
export async function escapeFromWorker(sink: string): Promise<void> {
  await fetch(`${sink}worker-fetch`, { method: "POST", mode: "no-cors", body: "x" }).catch(() => undefined);
  await new Promise<void>((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => resolve();
    setTimeout(resolve, 3_000);
    try {
      request.open("POST", `${sink}worker-xhr`);
      request.send("x");
    } catch {
      resolve();
    }
  });
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 3_000);
    try {
      const socket = new WebSocket(`${sink.replace("http", "ws")}worker-ws`);
      socket.onopen = () => resolve();
      socket.onerror = () => resolve();
    } catch {
      resolve();
    }
  });
}
