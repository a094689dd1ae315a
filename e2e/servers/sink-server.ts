/** The place where leaked text would arrive: takes every request from every origin, and counts. `/hits` tells how many. */

import { createServer } from "node:http";
import { SINK_PORT } from "./ports.ts";

let hits = 0;

const server = createServer((request, response) => {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Headers", "*");
  response.setHeader("Access-Control-Allow-Methods", "*");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (request.url === "/hits") {
    response.end(String(hits));
    return;
  }
  hits += 1;
  request.resume();
  response.setHeader("Content-Type", "text/javascript");
  response.end("");
});
// A WebSocket's handshake is a hit as well.
server.on("upgrade", (_request, socket) => {
  hits += 1;
  socket.destroy();
});
server.listen(SINK_PORT);
