import { useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand/react";
import { formatCount } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import { Dialog } from "./Dialog.tsx";
import { PolicyText } from "./PolicyText.tsx";
import styles from "./ProofDialog.module.css";
import { RequestTable } from "./RequestTable.tsx";

const REFRESH_MS = 2000;

/** Everything that went over the network since the page opened, and how to check that it is everything. */
export function ProofDialog({ onClose }: { readonly onClose: () => void }) {
  const { requests, clock } = useChartlight();
  const { records, readyAt, sinceReady, policy } = useStore(requests.store);
  const online = useOnline();

  useEffect(() => {
    let stop = (): void => undefined;
    const again = () => {
      void requests.refresh();
      stop = clock.after(REFRESH_MS, again);
    };
    again();
    return () => stop();
  }, [requests, clock]);

  return (
    <Dialog title="Read on this machine. Nothing is sent." onClose={onClose}>
      <p className={styles.verdict}>
        {readyAt === undefined ? (
          <>The model is still loading. From the moment it is here, this page needs no network.</>
        ) : (
          <>
            <strong className={styles.number}>{formatCount(sinceReady)}</strong>
            <span>
              {sinceReady === 1 ? "request" : "requests"} since the model was loaded, whatever you pasted, typed or opened.
              {sinceReady === 0 ? null : " Each is in the list: the page's own code for Word and PDF files is fetched when it is first needed."}
            </span>
          </>
        )}
      </p>
      <div className={styles.try}>
        <h3>See for yourself</h3>
        <p>
          Switch your network off, then paste another note: it is read all the same. Right now you are{" "}
          <strong>{online ? "online" : "offline"}</strong>.
        </p>
      </div>
      <PolicyText policy={policy} />
      <RequestTable records={records} readyAt={readyAt} />
    </Dialog>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener("online", changed);
      addEventListener("offline", changed);
      return () => {
        removeEventListener("online", changed);
        removeEventListener("offline", changed);
      };
    },
    () => navigator.onLine,
  );
}
