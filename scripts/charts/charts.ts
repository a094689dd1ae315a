/** The charts of docs/results.md, out of the files that hold their figures. */

import type { TopLevelSpec } from "vega-lite";
import * as v from "valibot";

const study = v.object({ runs: v.array(v.object({ name: v.string(), notes: v.number(), dev: v.record(v.string(), v.object({ micro: v.number() })) })) });
const manifest = v.object({ scores: v.array(v.object({ data: v.string(), strictF1: v.record(v.string(), v.number()), overlapF1: v.record(v.string(), v.number()) })) });

const DEV: Readonly<Record<string, string>> = {
  "clinical_notes.dev.jsonl": "clinical notes",
  "synthetic_notes.dev.jsonl": "synthetic notes",
  "shorthand_notes.dev.jsonl": "shorthand",
};
const FILES = Object.values(DEV);

/** As in tokens.css. */
const TYPE_COLOURS = { medication: "#1d6fb8", disease: "#b3541e", symptom: "#6b5bb5" };

const f1 = (title: string, low: number) => ({ type: "quantitative" as const, title, scale: { domain: [low, 1], zero: false }, axis: { format: ".2f", tickCount: 5 } });

/** A run's name in `training/chartlight/study.py`, as one would say it. */
function said(name: string): string {
  const [, kind, share] = /^(real|synthetic|silver) (\d\.\d\d)$/.exec(name) ?? [];
  if (kind === undefined) return name;
  const notes = kind === "silver" ? "silver" : `${kind} silver alone`;
  return share === "1.00" ? notes : `${notes}, ${Math.round(Number(share) * 100)} % of it`;
}

/** A dot a run and file. `json`: docs/study.json. */
export function studyChart(json: unknown): TopLevelSpec {
  const { runs } = v.parse(study, json);
  const values = runs.flatMap(({ name, notes, dev }) =>
    Object.entries(dev).map(([file, { micro }]) => ({ run: `${said(name)} (${notes.toLocaleString("en")} notes)`, file: DEV[file] ?? file, micro })),
  );
  return {
    data: { values },
    width: 420,
    height: { step: 30 },
    encoding: { y: { field: "run", type: "nominal", title: null, sort: { field: "micro", op: "max", order: "descending" } } },
    layer: [
      { mark: { type: "rule", color: "#cccccc" }, encoding: { x: { aggregate: "min", field: "micro" }, x2: { aggregate: "max", field: "micro" } } },
      {
        mark: { type: "point", filled: true, size: 110, opacity: 1 },
        encoding: {
          x: { field: "micro", ...f1("micro F1, strict", 0.2) },
          color: { field: "file", type: "nominal", scale: { domain: FILES, range: ["#1d6fb8", "#b3541e", "#6b5bb5"] } },
          shape: { field: "file", type: "nominal", scale: { domain: FILES, range: ["circle", "square", "diamond"] } },
        },
      },
    ],
  };
}

/** From strict to overlap, by type and file. `json`: a model's manifest. */
export function studentChart(json: unknown): TopLevelSpec {
  const values = v.parse(manifest, json).scores.flatMap(({ data, strictF1, overlapF1 }) => {
    const file = DEV[data];
    return file === undefined ? [] : Object.entries(strictF1).map(([type, strict]) => ({ file, type, strict, overlap: overlapF1[type] }));
  });
  const y = { field: "type", type: "nominal", title: null, sort: Object.keys(TYPE_COLOURS) } as const;
  const color = { field: "type", type: "nominal", scale: { domain: Object.keys(TYPE_COLOURS), range: Object.values(TYPE_COLOURS) }, legend: null } as const;
  return {
    data: { values },
    facet: { row: { field: "file", type: "nominal", sort: FILES, header: { labelAngle: 0, labelAlign: "left", labelOrient: "top", labelAnchor: "start" } } },
    spacing: 12,
    spec: {
      width: 420,
      height: { step: 26 },
      layer: [
        { mark: { type: "rule", strokeWidth: 2, opacity: 0.4 }, encoding: { y, color, x: { field: "strict", ...f1("F1: filled, strict (same ends); hollow, overlap", 0.8) }, x2: { field: "overlap" } } },
        { mark: { type: "point", filled: true, size: 110, opacity: 1 }, encoding: { y, color, x: { field: "strict", type: "quantitative" } } },
        { mark: { type: "point", filled: false, size: 80, strokeWidth: 2, fill: "#ffffff" }, encoding: { y, color, x: { field: "overlap", type: "quantitative" } } },
        { mark: { type: "text", dy: -11, fontSize: 11 }, encoding: { y, color, x: { field: "strict", type: "quantitative" }, text: { field: "strict", format: ".3f" } } },
      ],
    },
  };
}
