/** Vega-Lite to SVG, without a browser. The same data give the same bytes. */

import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** Ink on paper: readable on light and dark pages alike. */
const LOOK = {
  background: "#ffffff",
  padding: 16,
  font: "system-ui, sans-serif",
  axis: { labelColor: "#333", titleColor: "#333", labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal", domain: false, ticks: false, gridColor: "#e6e6e6", labelPadding: 8, labelLimit: 0 },
  header: { labelColor: "#111", labelFontSize: 13, labelFontWeight: 600, title: null },
  legend: { labelColor: "#333", labelFontSize: 12, title: null, orient: "top", symbolSize: 90, labelLimit: 0 },
  view: { stroke: null },
} as const;

export async function chartSvg(spec: TopLevelSpec): Promise<string> {
  const compiled = compile({ ...spec, config: { ...LOOK, ...spec.config } }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
