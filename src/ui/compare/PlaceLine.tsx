import type { Place } from "../../app/compare/place.ts";
import type { Result } from "../../core/failure.ts";
import styles from "./ComparePage.module.css";

/** Where the note would go, in one line. */
export function PlaceLine({ place }: { readonly place: Result<Place> }) {
  if (!place.ok) {
    return (
      <p role="alert" className={styles.failure}>
        {place.failure.message}
      </p>
    );
  }
  const { host, leavesMachine, reachable, encrypted } = place.value;
  return (
    <p className={styles.place} data-leaves={leavesMachine ? "" : undefined}>
      <strong>{leavesMachine ? "Leaves this machine" : "Stays on this machine"}</strong>
      <span>
        {host}
        {encrypted ? "" : ", not encrypted: who listens on the way can read the note"}
        {reachable ? "" : ". This page's policy does not let it reach this address"}
      </span>
    </p>
  );
}
