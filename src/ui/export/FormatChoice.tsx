import { FORMAT_GROUPS, type FormatGroup } from "../../core/formats/note-format.ts";
import { NOTE_FORMATS } from "../../core/formats/note-formats.ts";
import styles from "./ExportDialog.module.css";

const GROUP_NAMES: Readonly<Record<FormatGroup, string>> = { people: "For people", annotation: "For annotation tools and training", systems: "For systems" };

export interface FormatChoiceProps {
  /** A format's id. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Which format, each with a line that says what it is for. One set of radio buttons: the arrows walk through all groups. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  return (
    <div className={styles.formats}>
      {FORMAT_GROUPS.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{GROUP_NAMES[group]}</legend>
          {NOTE_FORMATS.filter((format) => format.group === group).map(({ id, label, about }) => (
            <label key={id} className={styles.format}>
              <input type="radio" name="export-format" value={id} checked={id === value} onChange={() => onChange(id)} />
              <strong>{label}</strong>
              <span>{about}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
