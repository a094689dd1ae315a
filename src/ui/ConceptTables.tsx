import { useStore } from "zustand/react";
import { useChartlight } from "./app-context.ts";
import controls from "./controls.module.css";
import { pickFiles } from "./pick-files.ts";

/** Which code systems mentions are linked to, and a table of one's own from a file. */
export function ConceptTables() {
  const { concepts } = useChartlight();
  const { linker, failure } = useStore(concepts.store);
  return (
    <section aria-label="Codes">
      <h3>Codes</h3>
      <p>
        {linker === undefined ? "The code tables are not loaded." : `Mentions are linked to ${linker.systems.join(", ")}, on this machine.`} A
        link is a suggestion by name, not a billing code.
      </p>
      {failure === undefined ? null : <p role="alert">{failure.message}</p>}
      {linker === undefined && failure !== undefined ? (
        <button type="button" className={controls.outlined} onClick={() => void concepts.load()}>
          Load the code tables again
        </button>
      ) : null}
      <button type="button" className={controls.outlined} onClick={() => pickFiles("files", ([file]) => void (file && concepts.addFile(file)))}>
        Use a table of your own (RxNorm, SNOMED CT)
      </button>
    </section>
  );
}
