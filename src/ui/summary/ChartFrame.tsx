import { useRef, useState, type ReactNode } from "react";
import { saveFile } from "../../app/export/save-file.ts";
import { useChartlight } from "../app-context.ts";
import controls from "../controls.module.css";
import { pngOf, svgOf } from "./chart-file.ts";
import { DataTable, tableAsTsv, type TableData } from "./DataTable.tsx";
import styles from "./Summary.module.css";
import { useWidth } from "./use-width.ts";

export interface ChartFrameProps {
  readonly title: string;
  /** How to read it. */
  readonly about: ReactNode;
  /** Without ending; never from a note. */
  readonly fileName: string;
  readonly table: TableData;
  readonly chart: (width: number) => ReactNode;
  readonly tools?: ReactNode;
}

/** A chart with its heading, its figures as a table, and ways to take it along. */
export function ChartFrame({ title, about, fileName, table, chart, tools }: ChartFrameProps) {
  const { clock } = useChartlight();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const [said, setSaid] = useState("");
  const svg = () => ref.current?.querySelector("svg") ?? undefined;
  const take = async (what: "svg" | "png" | "tsv"): Promise<string> => {
    const drawn = svg();
    if (what === "tsv") {
      await navigator.clipboard.writeText(tableAsTsv(table));
      return "Copied.";
    }
    if (!drawn) return "";
    saveFile(what === "png" ? await pngOf(drawn) : new Blob([svgOf(drawn)], { type: "image/svg+xml" }), `${fileName}.${what}`, clock);
    return "Saved.";
  };
  const button = (what: "svg" | "png" | "tsv", label: string, name: string) => (
    <button
      type="button"
      className={controls.quiet}
      aria-label={`${name}: ${title}`}
      onClick={() => void take(what).then(setSaid, () => setSaid("The browser did not allow it. Use the table."))}
    >
      {label}
    </button>
  );
  return (
    <section className={styles.frame} aria-label={title}>
      <div className={styles.frameHead}>
        <h3>{title}</h3>
        {tools}
        <span className={styles.take}>
          <span role="status">{said}</span>
          {button("svg", "SVG", "Save as SVG")}
          {button("png", "PNG", "Save as PNG")}
          {button("tsv", "Copy table", "Copy table")}
        </span>
      </div>
      <p className={styles.about}>{about}</p>
      <div ref={ref}>{width === 0 ? null : chart(width)}</div>
      <details className={styles.details}>
        <summary>As a table</summary>
        <DataTable {...table} />
      </details>
    </section>
  );
}
