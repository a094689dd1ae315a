import { useDeferredValue, useMemo } from "react";
import { isShown } from "../app/filter.ts";
import { groupMentions, RAIL_ORDER } from "../app/rail-groups.ts";
import { useNote, useView } from "./app-context.ts";
import styles from "./Rail.module.css";
import { RailSection } from "./RailSection.tsx";

/** All mentions at a glance: medications, diseases, symptoms, each text once. */
export function Rail() {
  const now = useNote((state) => state);
  const { text, mentions } = useDeferredValue(now);
  const filter = useView((state) => state.filter);
  const groups = useMemo(
    () =>
      groupMentions(
        text,
        mentions.filter((mention) => isShown(mention, filter)),
      ),
    [text, mentions, filter],
  );
  if (text === "") {
    return <p className={styles.empty}>What is found in the note is listed here: medications, diseases and symptoms.</p>;
  }
  return RAIL_ORDER.map((type) => <RailSection key={type} type={type} groups={groups[type]} />);
}
