import type { MouseEvent } from "react";
import type { JudgedMention, Verdict } from "../core/review.ts";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import { CrossIcon, TickIcon } from "./icons.tsx";
import { actInCard, judge } from "./review-steps.ts";
import styles from "./VerdictButtons.module.css";

export interface VerdictButtonsProps {
  readonly mention: JudgedMention;
  /** Whether Tab reaches them. */
  readonly reachable: boolean;
}

/** Accept and reject; the verdict in force is pressed, and pressing it again takes it back. By keyboard the review goes on. */
export function VerdictButtons({ mention, reachable }: VerdictButtonsProps) {
  const chartlight = useChartlight();
  const { reviewActions } = chartlight;
  const give = (action: "accept" | "reject", verdict: Verdict) => (event: MouseEvent) => {
    if (mention.verdict === verdict) actInCard(() => reviewActions.withdraw(mention));
    else if (event.detail === 0) judge(chartlight, mention, action);
    else actInCard(() => reviewActions[action](mention));
  };
  const shared = { type: "button", className: controls.outlined, tabIndex: reachable ? 0 : -1 } as const;
  return (
    <div className={styles.verdict} role="group" aria-label="Verdict">
      <button {...shared} aria-pressed={mention.verdict === "accepted"} aria-keyshortcuts="a" onClick={give("accept", "accepted")}>
        <TickIcon /> {mention.verdict === "accepted" ? "Accepted" : "Accept"} <kbd>A</kbd>
      </button>
      <button {...shared} aria-pressed={mention.verdict === "rejected"} aria-keyshortcuts="x Delete" onClick={give("reject", "rejected")}>
        <CrossIcon /> {mention.verdict === "rejected" ? "Rejected" : "Reject"} <kbd>X</kbd>
      </button>
    </div>
  );
}
