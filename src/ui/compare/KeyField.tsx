import { useId, useRef, useState } from "react";
import type { FailureValue } from "../../core/failure.ts";
import controls from "../controls.module.css";
import { useCompare, useCompareState } from "./compare-context.ts";
import styles from "./ComparePage.module.css";

export interface KeyFieldProps {
  readonly origin: string;
  readonly host: string;
  readonly needed: boolean;
}

/** Takes a key for one host and shows it to nobody again. In memory until the page closes, unless it is remembered. */
export function KeyField({ origin, host, needed }: KeyFieldProps) {
  const { keys } = useCompare();
  const has = useCompareState((state) => state.keyed.inMemory.includes(origin));
  const kept = useCompareState((state) => state.keyed.remembered.includes(origin));
  const [problem, setProblem] = useState<string>();
  const tell = (failure: FailureValue | undefined) => setProblem(failure?.message);
  return (
    <>
      <div className={styles.row}>
        {has ? <span>{kept ? `The key for ${host} is here, and kept sealed on this device.` : `The key for ${host} is in memory until this page closes.`}</span> : null}
        {has || kept ? (
          <button type="button" className={controls.outlined} aria-label={`Forget the key for ${host}`} onClick={() => void keys.forget(origin).then(tell)}>
            Forget
          </button>
        ) : null}
      </div>
      {has ? null : kept ? (
        <Secret label={`Passphrase of the key kept for ${host}`} action="Unlock" onGiven={(passphrase) => void keys.unlock(origin, passphrase).then(tell)} />
      ) : (
        <Secret
          label={needed ? `Your key for ${host}` : `Key for ${host}, if it wants one`}
          action="Use this key"
          onGiven={(text) => tell(keys.enter(origin, text))}
        />
      )}
      {has && !kept ? (
        <details>
          <summary>Remember it on this device</summary>
          <Secret label="A passphrase, 12 characters or more" action="Remember" onGiven={(passphrase) => void keys.remember(origin, passphrase).then(tell)} />
          <p className={styles.soft}>The key is kept encrypted under the passphrase, which is kept nowhere: each visit asks for it.</p>
        </details>
      ) : null}
      {problem === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {problem}
        </p>
      )}
    </>
  );
}

interface SecretProps {
  readonly label: string;
  readonly action: string;
  readonly onGiven: (text: string) => void;
}

/** A field that is emptied as soon as its text was taken. */
function Secret({ label, action, onGiven }: SecretProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const give = () => {
    if (!field.current) return;
    onGiven(field.current.value);
    field.current.value = "";
  };
  return (
    <div className={styles.row}>
      <label className={styles.field} htmlFor={id}>
        {label}
        <input ref={field} id={id} type="password" autoComplete="off" spellCheck={false} onKeyDown={(event) => event.key === "Enter" && give()} />
      </label>
      <button type="button" className={controls.outlined} onClick={give}>
        {action}
      </button>
    </div>
  );
}
