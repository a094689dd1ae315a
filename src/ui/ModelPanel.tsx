import { useStore } from "zustand/react";
import type { ModelFacts } from "../app/model-facts.ts";
import type { ModelState } from "../app/model.ts";
import { formatBytes, formatScore } from "../app/words.ts";
import { useChartlight } from "./app-context.ts";
import { ConceptTables } from "./ConceptTables.tsx";
import controls from "./controls.module.css";
import { pickFiles } from "./pick-files.ts";
import styles from "./ModelPanel.module.css";

const CHOICES: readonly { readonly device: ModelState["device"]; readonly name: string }[] = [
  { device: "auto", name: "Choose for me" },
  { device: "wasm", name: "WASM (processor)" },
  { device: "webgpu", name: "WebGPU (graphics)" },
];

/** The facts of the model's manifest, where it runs, and what it is not for. */
export function ModelPanel() {
  const { engine, model } = useChartlight();
  const state = useStore(engine);
  const { device, source, facts } = useStore(model.store);
  return (
    <div className={styles.panel}>
      <h2>The model</h2>
      {facts === undefined ? <p>Loading its facts.</p> : facts.ok ? <Facts facts={facts.value} /> : <p>{facts.failure.message}</p>}
      <p className={styles.warning}>
        It misses mentions and gets some wrong. It supports reading; it is not a medical device. Do not diagnose, treat, code or bill from
        its marks alone.
      </p>
      <fieldset className={styles.devices}>
        <legend>Run on</legend>
        {CHOICES.map((choice) => (
          <label key={choice.device}>
            <input
              type="radio"
              name="device"
              checked={choice.device === device}
              onChange={() => model.start(choice.device)}
            />
            {choice.name}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className={controls.outlined}
        disabled={state.phase === "loading"}
        onClick={() => model.start(device)}
      >
        Load the model again
      </button>
      <button type="button" className={controls.outlined} onClick={() => pickFiles("folder", model.openFolder)}>
        Use a model of your own (a folder)
      </button>
      {source.kind === "folder" ? (
        <button type="button" className={controls.outlined} onClick={model.openShipped}>
          Back to the shipped model
        </button>
      ) : null}
      <ConceptTables />
    </div>
  );
}

function Facts({ facts }: { readonly facts: ModelFacts }) {
  const { manifest, sizeBytes, cardUrl } = facts;
  return (
    <>
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>
          {manifest.name}, version {manifest.version}
        </dd>
        <dt>Size</dt>
        <dd>{formatBytes(sizeBytes)}
          {cardUrl === undefined ? "" : ", loaded once and kept by this browser"}</dd>
      </dl>
      {manifest.scores.length === 0 ? null : (
        <table className={styles.scores}>
          <caption>Exact matches (F1) on notes it was not trained on</caption>
          <thead>
            <tr>
              <th scope="col">Notes</th>
              <th scope="col">Medications</th>
              <th scope="col">Diseases</th>
              <th scope="col">Symptoms</th>
            </tr>
          </thead>
          <tbody>
            {manifest.scores.map((score) => (
              <tr key={`${score.data} ${score.guideline}`}>
                <th scope="row">{score.data.replaceAll("_", " ")}</th>
                {["medication", "disease", "symptom"].map((type) => (
                  <td key={type}>{score.strictF1[type] === undefined ? "–" : formatScore(score.strictF1[type])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cardUrl === undefined ? (
        <p>From a folder of yours; it is gone when the page closes.</p>
      ) : (
        <p>
          <a href={cardUrl} target="_blank" rel="noreferrer">
            Model card
          </a>{" "}
          (opens in a new tab)
        </p>
      )}
    </>
  );
}
