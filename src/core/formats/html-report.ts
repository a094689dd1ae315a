/** A page to read, print and send on: no script, nothing loaded, all text escaped. */

import type { ReviewedMention } from "../review.ts";
import { ASSERTIONS, ENTITY_TYPES } from "../types.ts";
import { REPORT_STYLE } from "./html-style.ts";
import type { NoteFormat, WriteOptions, WrittenNote } from "./note-format.ts";

/** Mentions a part: a part must not take a frame. */
const MENTIONS_A_PART = 500;

function* parts(notes: Iterable<WrittenNote>, { atMs }: WriteOptions): Generator<string> {
  yield HEAD;
  let number = 0;
  let mentions = 0;
  for (const note of notes) {
    number++;
    mentions += note.mentions.length;
    yield* noteParts(note, number);
  }
  const counts = `${count(number, "note")}, ${count(mentions, "mention")}, ${new Date(atMs).toISOString().slice(0, 10)}`;
  yield `</main>\n<footer>${counts}. Made with Chartlight: a small model marked the notes, and where the table says so a person reviewed them. Not a medical device.</footer>\n</body>\n</html>\n`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chartlight report</title>
<style>
${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>Chartlight report</h1>
<p class="legend">${ENTITY_TYPES.map((type) => `<mark class="${type} present">${type}</mark>`).join(" ")} <span>as</span> ${ASSERTIONS.map((assertion) => `<mark class="plain ${assertion}">${assertion}</mark>`).join(" ")}</p>
`;

function* noteParts({ record: { name, date, text }, mentions }: WrittenNote, number: number): Generator<string> {
  const title = escaped(name.trim()) || `Note ${number}`;
  yield `<article>\n<h2>${title}${date === undefined ? "" : ` <time datetime="${escaped(date)}">${escaped(date)}</time>`}</h2>\n<div class="note">`;
  let at = 0;
  for (let first = 0; first < mentions.length; first += MENTIONS_A_PART) {
    let marked = "";
    for (const [i, mention] of mentions.slice(first, first + MENTIONS_A_PART).entries()) {
      const id = `m${number}-${first + i + 1}`;
      marked += `${escaped(text.slice(at, mention.start))}<mark id="${id}" class="${mention.type} ${mention.assertion}" title="${described(mention)}">${escaped(text.slice(mention.start, mention.end))}</mark>`;
      at = mention.end;
    }
    yield marked;
  }
  yield `${escaped(text.slice(at))}</div>\n`;
  if (mentions.length === 0) {
    yield "<p>No mentions.</p>\n</article>\n";
    return;
  }
  yield `<div class="wide"><table>\n<thead><tr><th scope="col">Mention</th><th scope="col">Type</th><th scope="col">Assertion</th><th scope="col">Concept</th><th scope="col">Score</th><th scope="col">Review</th></tr></thead>\n<tbody>\n`;
  for (let first = 0; first < mentions.length; first += MENTIONS_A_PART) {
    yield mentions
      .slice(first, first + MENTIONS_A_PART)
      .map((mention, i) => tableRow(mention, text.slice(mention.start, mention.end), `m${number}-${first + i + 1}`))
      .join("");
  }
  yield "</tbody>\n</table></div>\n</article>\n";
}

const described = ({ type, assertion, concept }: ReviewedMention): string => escaped(`${type}, ${assertion}${concept ? `, ${concept.system} ${concept.code}` : ""}`);

function tableRow({ type, assertion, concept, score, verdict, origin }: ReviewedMention, words: string, id: string): string {
  const review = verdict === undefined ? "" : origin === "reviewer" ? "by hand" : verdict;
  // A probability is never shown as certainty.
  const share = origin === "reviewer" ? "" : `${Math.min(99, Math.round(score * 100))} %`;
  const code = concept ? `${escaped(concept.system)} ${escaped(concept.code)}<br>${escaped(concept.name)}` : "";
  return `<tr><td><a href="#${id}">${escaped(words)}</a></td><td>${type}</td><td>${assertion}</td><td>${code}</td><td class="number">${share}</td><td>${review}</td></tr>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

export const HTML_REPORT: NoteFormat = {
  id: "html",
  label: "Report to read (HTML)",
  about: "The marked notes with their tables, to read, print or send on; opens in any browser",
  group: "people",
  extension: ".html",
  mediaType: "text/html",
  offsetUnit: "none",
  files: (notes, options) => [{ name: "report.html", parts: parts(notes, options) }],
};
