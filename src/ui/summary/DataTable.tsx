import styles from "./Summary.module.css";

export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The figures of a chart, for reading and for screen readers. */
export function DataTable({ caption, columns, rows }: TableData) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={j}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For a spreadsheet: tabs between cells, a line a row; white space inside a cell is single spaces. */
export function tableAsTsv({ columns, rows }: TableData): string {
  return [columns, ...rows].map((cells) => cells.map((cell) => String(cell).replace(/\s+/g, " ")).join("\t")).join("\n");
}
