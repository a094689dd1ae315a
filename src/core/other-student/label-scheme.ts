/** The labels of a token classifier: what they name, and which part of a mention a word of this label is. */

/** begin, inside, end, single (also U), outside, or plain: the scheme has no parts, neighbours of one name are one mention. */
export type LabelPart = "begin" | "inside" | "end" | "single" | "outside" | "plain";

export interface Label {
  /** What the label names, without its part ("Sign_symptom"); "" for outside. */
  readonly name: string;
  readonly part: LabelPart;
}

/** One a class of the network, in its order. */
export type LabelScheme = readonly Label[];

const PARTS: Readonly<Record<string, LabelPart>> = { B: "begin", I: "inside", E: "end", L: "end", S: "single", U: "single" };
const OUTSIDE: Label = { name: "", part: "outside" };
/** Labels that are parts alone ("B", "I", "O"): the network knows one kind of mention. */
export const UNNAMED = "mention";

const READERS: readonly ((label: string) => Label | undefined)[] = [
  (label) => part(/^([BIELSU])[-_ ](.+)$/, label, (letter, name) => ({ letter, name })),
  (label) => part(/^(.+)[-_ ]([BIELSU])$/, label, (name, letter) => ({ letter, name })),
  (label) => part(/^([BIELSU])()$/, label, (letter) => ({ letter, name: UNNAMED })),
];

function part(pattern: RegExp, label: string, read: (first: string, second: string) => { letter: string; name: string }): Label | undefined {
  const match = pattern.exec(label);
  if (match === null) return undefined;
  const { letter, name } = read(match[1] ?? "", match[2] ?? "");
  const found = PARTS[letter];
  return found === undefined ? undefined : { name, part: found };
}

/** Parts are read only where every label has one: else a label is what it says ("S_aureus"). */
export function readScheme(labels: readonly string[]): LabelScheme {
  const isOutside = (label: string) => /^(o|out|outside|none)$/i.test(label);
  const inside = labels.filter((label) => !isOutside(label));
  const reader = READERS.find((read) => inside.every((label) => read(label) !== undefined)) ?? ((name: string): Label => ({ name, part: "plain" }));
  return labels.map((label) => (isOutside(label) ? OUTSIDE : (reader(label) ?? OUTSIDE)));
}

/** What the scheme names, each once, in the labels' order. */
export const labelNames = (scheme: LabelScheme): string[] => [...new Set(scheme.filter(({ part: of }) => of !== "outside").map(({ name }) => name))];
