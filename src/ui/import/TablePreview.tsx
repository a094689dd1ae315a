import type { TableChoice } from "../../app/import-notes.ts";
import styles from "./ColumnDialog.module.css";

export interface TablePreviewProps {
  readonly rows: readonly (readonly string[])[];
  /** One a column. */
  readonly titles: readonly string[];
  readonly choice: TableChoice;
}

const SHOWN_ROWS = 4;
/** UTF-16 units of a cell. */
const SHOWN = 220;

/** The first rows, so that the columns are known by what is in them. */
export function TablePreview({ rows, titles, choice }: TablePreviewProps) {
  const body = choice.hasHeader ? rows.slice(1) : rows;
  const roleOf = (column: number) => (column === choice.text ? "text" : column === choice.name ? "name" : column === choice.date ? "date" : undefined);
  return (
    <div className={styles.scroll} role="region" aria-label="First rows of the table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {titles.map((title, i) => (
              <th key={i} scope="col" data-role={roleOf(i)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.slice(0, SHOWN_ROWS).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, i) => (
                <td key={i} data-role={roleOf(i)}>
                  <span className={styles.cell}>{cell.slice(0, SHOWN)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
