/** JSON values inside a text that may hold prose, code fences or a model's thoughts around them. */

/** A prose brace that never closes costs one more walk; after this many the rest of the text is left alone. */
const MOST_UNCLOSED = 8;

/** Every outermost `{…}` or `[…]` that parses, in order. The whole text first, when it is JSON as it is. Never throws. */
export function jsonValues(text: string): unknown[] {
  const whole = tryParse(text.replace(/^\ufeff/, ""));
  if (whole !== undefined) return [whole.value];
  const values: unknown[] = [];
  let unclosed = 0;
  let at = nextOpen(text, 0);
  while (at !== -1 && unclosed < MOST_UNCLOSED) {
    const end = closeOf(text, at);
    if (end === -1) unclosed++;
    const parsed = end === -1 ? undefined : tryParse(text.slice(at, end));
    if (parsed !== undefined) values.push(parsed.value);
    at = nextOpen(text, parsed === undefined ? at + 1 : end);
    if (parsed === undefined && end !== -1) unclosed++;
  }
  return values;
}

function nextOpen(text: string, from: number): number {
  const brace = text.indexOf("{", from);
  const bracket = text.indexOf("[", from);
  return brace === -1 || bracket === -1 ? Math.max(brace, bracket) : Math.min(brace, bracket);
}

/** End of the value that opens at `open`, brackets inside strings not counted; -1 when it never closes. */
function closeOf(text: string, open: number): number {
  let depth = 0;
  let inString = false;
  for (let i = open; i < text.length; i++) {
    const char = text.charAt(i);
    if (inString) {
      if (char === "\\") i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
