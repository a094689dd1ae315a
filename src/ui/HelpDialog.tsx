import { useChartlight, useView } from "./app-context.ts";
import { Dialog } from "./Dialog.tsx";
import styles from "./HelpDialog.module.css";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["N", "J"], "next mention"],
  [["P", "K"], "previous mention"],
  [["←", "→"], "walk, when a mention has the focus"],
  [["Home", "End"], "first, last mention"],
  [["E"], "edit the note"],
  [["Esc"], "stop editing, close what is open"],
  [["1", "2", "3"], "show or hide medications, diseases, symptoms"],
  [["0"], "show everything"],
  [["O"], "open a text file"],
  [["Ctrl S"], "export"],
  [["?"], "this help"],
];

/** The keys, and how to be rid of them. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { setLetterKeys } = useChartlight();
  const letterKeys = useView((state) => state.letterKeys);
  return (
    <Dialog title="Keyboard and help" onClose={onClose}>
      <p>
        Paste a clinical note. Medications, diseases and symptoms are marked in it: the colour is the type, the form of the line says
        whether it is present, absent, possible and so on. The legend is the key, and the filter.
      </p>
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={letterKeys} onChange={(event) => setLetterKeys(event.target.checked)} />
        Single keys are shortcuts (never while you type)
      </label>
      <p className={styles.caution}>
        Marks are made by a small model. It misses mentions and gets some wrong: read the note. Chartlight is not a medical device.
      </p>
    </Dialog>
  );
}
