/** Entry: the host without headers, for the length of a test run. */

import { startPlainServer } from "./plain-host.ts";
import { PLAIN_PORT } from "./ports.ts";

await startPlainServer(PLAIN_PORT);
