/** The tabular list of ICD-10-CM (XML) as codes with titles and the terms that the list itself includes under them. */

export interface IcdCode {
  readonly code: string;
  readonly title: string;
  /** Inclusion terms and "includes" notes, as written. */
  readonly terms: readonly string[];
}

const decode = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();

/** Elements that hold notes; those of the first two belong to the names. */
const NOTE_HOLDERS = "inclusionTerm|includes|excludes1|excludes2|codeFirst|codeAlso|useAdditionalCode|notes|sevenChrNote";

/** In the order of the list. Chapters and blocks are left out: they are no concepts of a note. */
export function readTabularList(xml: string): IcdCode[] {
  const codes: { code: string; title: string; terms: string[] }[] = [];
  const open: { code: string; title: string; terms: string[] }[] = [];
  let holder = "";
  const tag = new RegExp(`<(/?)(diag|${NOTE_HOLDERS})\\b[^>]*>|<(name|desc|note)>([^<]*)</`, "g");
  for (const [, close, element, leaf, text] of xml.matchAll(tag)) {
    if (element === "diag") {
      if (close === "/") open.pop();
      else {
        const code = { code: "", title: "", terms: [] };
        open.push(code);
        codes.push(code);
      }
    } else if (element !== undefined) holder = close === "/" ? "" : element;
    const current = open.at(-1);
    if (leaf === undefined || current === undefined) continue;
    const content = decode(text ?? "");
    if (leaf === "name" && current.code === "") current.code = content;
    else if (leaf === "desc" && current.title === "") current.title = content;
    else if (leaf === "note" && (holder === "inclusionTerm" || holder === "includes")) current.terms.push(content);
  }
  return codes;
}
