import type { Chartlight } from "../../app/chartlight.ts";
import { createScoreHere, type ScoreHere } from "../../app/score-here.ts";

/** Outlives the dialog, so that one can go to a note and come back to the list; loads with it. */
const made = new WeakMap<Chartlight, ScoreHere>();

/** The one of this application. */
export function scoreHereOf(chartlight: Chartlight): ScoreHere {
  const known = made.get(chartlight) ?? createScoreHere(chartlight.workspace);
  made.set(chartlight, known);
  return known;
}
