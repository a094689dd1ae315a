import { useChartlight, useView } from "./app-context.ts";
import { Dialog } from "./Dialog.tsx";
import styles from "./HelpDialog.module.css";

type Keys = readonly (readonly [keys: readonly string[], does: string])[];

const REVIEW_KEYS: Keys = [
  [["A"], "accept, and on to the next"],
  [["X", "Del"], "reject, and on to the next"],
  [["U"], "next mention not reviewed"],
  [["R"], "take the verdict back"],
  [["M", "D", "S"], "make it a medication, disease, symptom"],
  [["T"], "choose the assertion, then its number"],
  [["Enter"], "open the mention's card; Esc leaves it"],
  [["⇧←", "⇧→"], "end it a word earlier, later"],
  [["⇧↑", "⇧↓"], "start it a word earlier, later"],
  [["W"], "select words: arrows move, Shift extends, then M, D or S"],
  [["Ctrl Z"], "undo"],
  [["Ctrl ⇧ Z"], "do again (also Ctrl Y)"],
];

const KEYS: Keys = [
  [["N", "J"], "next mention"],
  [["P", "K"], "previous mention"],
  [["←", "→"], "walk, when a mention has the focus"],
  [["Home", "End"], "first, last mention"],
  [["]", "["], "next, previous note"],
  [["E"], "edit the note"],
  [["Esc"], "stop editing, close what is open"],
  [["1", "2", "3"], "show or hide medications, diseases, symptoms"],
  [["0"], "show everything"],
  [["/"], "filter, and search the mentions"],
  [["O"], "open files"],
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
      <KeyList keys={KEYS} />
      <h3>Review</h3>
      <p>
        Accept what is right, reject what is wrong, change what is nearly right; select words that were missed and mark them. Nothing is
        lost: every step can be undone.
      </p>
      <KeyList keys={REVIEW_KEYS} />
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

function KeyList({ keys }: { readonly keys: Keys }) {
  return (
    <dl className={styles.keys}>
      {keys.map(([names, does]) => (
        <div key={does}>
          <dt>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
