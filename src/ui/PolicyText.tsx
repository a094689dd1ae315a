import styles from "./ProofDialog.module.css";

/** The content security policy, said in one sentence and shown in full. */
export function PolicyText({ policy }: { readonly policy: string }) {
  if (policy === "") {
    return <p className={styles.soft}>This copy of the page carries no content security policy: it was not built for use.</p>;
  }
  return (
    <div>
      <h3>The browser enforces it</h3>
      <p>The page came with a policy under which the browser lets it load its own files, and refuses every other address.</p>
      <details className={styles.details}>
        <summary>The policy in force</summary>
        <ul className={styles.policy}>
          {policy
            .split(";")
            .map((directive) => directive.trim())
            .filter(Boolean)
            .map((directive) => (
              <li key={directive}>
                <code>{directive}</code>
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}
