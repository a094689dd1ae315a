import { useDeferredValue, useMemo } from "react";
import { useStore } from "zustand/react";
import { isShown } from "../app/filter.ts";
import { groupMentions, RAIL_ORDER } from "../app/rail-groups.ts";
import { useChartlight, useNote, useView } from "./app-context.ts";
import styles from "./Rail.module.css";
import { RailSection } from "./RailSection.tsx";

/** All mentions at a glance: medications, diseases, symptoms, each concept once, or each text where it has none. */
export function Rail() {
  const now = useNote((state) => state);
  const { text, mentions } = useDeferredValue(now);
  const filter = useView((state) => state.filter);
  const linker = useDeferredValue(useStore(useChartlight().concepts.store, (state) => state.linker));
  const groups = useMemo(
    () =>
      groupMentions(
        text,
        mentions.filter((mention) => isShown(mention, filter, text)),
        linker,
      ),
    [text, mentions, filter, linker],
  );
  if (text === "") {
    return <p className={styles.empty}>What is found in the note is listed here: medications, diseases and symptoms.</p>;
  }
  return RAIL_ORDER.map((type) => <RailSection key={type} type={type} groups={groups[type]} />);
}
