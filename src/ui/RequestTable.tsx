import type { RequestLogState } from "../app/requests.ts";
import { formatBytes, formatCount } from "../app/words.ts";
import styles from "./ProofDialog.module.css";

export type RequestTableProps = Pick<RequestLogState, "records" | "readyAt">;

/** Every request, oldest first: what, by whom, when, how much. */
export function RequestTable({ records, readyAt }: RequestTableProps) {
  const openedAt = records[0]?.startedAt ?? 0;
  return (
    <div>
      <h3>
        Every request since the page opened <span className={styles.soft}>{formatCount(records.length)}</span>
      </h3>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Every request since the page opened">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">By</th>
              <th scope="col">After</th>
              <th scope="col">Received</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record, i) => (
              <tr key={i} data-late={readyAt !== undefined && record.startedAt > readyAt ? "" : undefined}>
                <td>{shortName(record.url)}</td>
                <td>{record.by}</td>
                <td>{formatCount(record.startedAt - openedAt)} ms</td>
                <td>{record.sizeBytes === 0 ? "from cache" : formatBytes(record.sizeBytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Path for the page's own origin, the whole address for any other. */
function shortName(url: string): string {
  return url.startsWith(location.origin) ? url.slice(location.origin.length) : url;
}
