/** The notes as a review sees them. */

import type { Workspace } from "../workspace/workspace.ts";

export type ReviewNotes = Pick<Workspace, "records" | "record" | "setCorrections">;
