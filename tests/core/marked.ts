/** "[M aspirin] was stopped" ↔ text and mentions. The letter is the type's first; an assertion other than present follows: "[D/absent PE]". */

import { ASSERTIONS, ENTITY_TYPES, noteOffset, type Assertion, type EntityType, type Mention } from "../../src/core/types.ts";

const typeOf = (letter: string): EntityType => ENTITY_TYPES.find((type) => type.startsWith(letter.toLowerCase())) ?? fail(letter);
const assertionOf = (name: string): Assertion => ASSERTIONS.find((assertion) => assertion === name) ?? fail(name);

function fail(what: string): never {
  throw new Error(`not a mark: ${what}`);
}

export function readMarked(marked: string): { text: string; mentions: Mention[] } {
  let text = "";
  const mentions: Mention[] = [];
  let at = 0;
  for (const mark of marked.matchAll(/\[([MDS])(?:\/([a-z-]+))? ([^\]]+)\]/g)) {
    text += marked.slice(at, mark.index);
    const [whole, letter = "", assertion = "present", inner = ""] = mark;
    mentions.push({ start: noteOffset(text.length), end: noteOffset(text.length + inner.length), type: typeOf(letter), assertion: assertionOf(assertion), score: 1 });
    text += inner;
    at = mark.index + whole.length;
  }
  return { text: text + marked.slice(at), mentions };
}

export function writeMarked(text: string, mentions: readonly Mention[]): string {
  let marked = "";
  let at = 0;
  for (const { start, end, type, assertion } of mentions) {
    const mark = type.charAt(0).toUpperCase() + (assertion === "present" ? "" : `/${assertion}`);
    marked += `${text.slice(at, start)}[${mark} ${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}
