import { describeCost } from "../../app/compare/effort-table.ts";
import type { Sending } from "../../app/compare/sending.ts";
import { formatNumber } from "../../app/words.ts";
import controls from "../controls.module.css";
import { Dialog } from "../Dialog.tsx";
import { useCompare } from "./compare-context.ts";
import styles from "./ConsentSheet.module.css";

/** What is about to be sent, where, and for how much: to be agreed to before the first call to a place. */
export function ConsentSheet({ sending }: { readonly sending: Sending }) {
  const { runs } = useCompare();
  const { place, teacherName, estimate, text, deidentified, replacements, system, examples } = sending;
  return (
    <Dialog title={`Send this note to ${place.host}?`} onClose={runs.decline}>
      <dl className={styles.facts}>
        <dt>To</dt>
        <dd>
          {teacherName} at <strong>{place.host}</strong>.{" "}
          {place.leavesMachine ? "The note leaves this machine; what happens to it there is for you and the provider to settle." : "The note stays on this machine."}
          {place.encrypted ? "" : " The connection is not encrypted."}
        </dd>
        <dt>Tokens</dt>
        <dd>
          about {formatNumber(estimate.inputTokens, "token")} there, about {formatNumber(estimate.outputTokens, "token")} back; a repair or a
          retry sends it again
        </dd>
        <dt>Cost</dt>
        <dd>{describeCost(estimate.cost)}</dd>
        <dt>Replaced</dt>
        <dd>
          {deidentified
            ? `${formatNumber(replacements.length, "identifier")}, marked below. Patterns found them: names, places and numbers in an unusual form are missed. Read before you send.`
            : "nothing: the note goes as it is"}
        </dd>
      </dl>
      <div>
        <h3 id="sent-note">The note as it goes</h3>
        <div className={styles.text} role="region" aria-labelledby="sent-note" tabIndex={0}>
          <SentText text={text} replacements={replacements} />
        </div>
      </div>
      <details className={styles.details}>
        <summary>The instructions that go with every note ({formatNumber(system.length, "character")}, {examples.length / 2} worked examples)</summary>
        <div className={styles.text} role="region" aria-label="The instructions" tabIndex={0}>
          {system}
          {examples.map(({ role, text: said }, i) => (
            <p key={i}>
              <strong>{role}:</strong> {said}
            </p>
          ))}
        </div>
      </details>
      <p className={styles.soft}>
        If you agree, further notes go to {place.host} in the same way without this sheet until the page is closed; each shows one line of
        what went.
      </p>
      <div className={styles.buttons}>
        <button type="button" className={controls.strong} onClick={runs.agree}>
          Send to {place.host}
        </button>
        <button type="button" className={controls.outlined} onClick={runs.decline}>
          Don’t send
        </button>
      </div>
    </Dialog>
  );
}

function SentText({ text, replacements }: Pick<Sending, "text" | "replacements">) {
  return (
    <>
      {replacements.map(({ placedStart, placedEnd }, i) => (
        <span key={placedStart}>
          {text.slice(replacements[i - 1]?.placedEnd ?? 0, placedStart)}
          <mark className={styles.replaced}>{text.slice(placedStart, placedEnd)}</mark>
        </span>
      ))}
      {text.slice(replacements.at(-1)?.placedEnd ?? 0)}
    </>
  );
}
