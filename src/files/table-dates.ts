/** The dates of a column, as `YYYY-MM-DD`. What day and month are is told by the whole column, or not at all. */

type Order = "day first" | "month first" | "unclear";

const ISO = /^\s*(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const OTHER = /^\s*(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)/;

export interface DateReader {
  /** Undefined for what is no date, or none that can be told. */
  readonly read: (cell: string) => string | undefined;
  /** 3/4/2020 stands in the column and nothing tells whether that is March or April. */
  readonly unclear: boolean;
}

/** `cells` are all of the column. A date with dots has the day first. */
export function dateReader(cells: Iterable<string>): DateReader {
  let order: Order = "unclear";
  let ambiguous = false;
  for (const cell of cells) {
    const [, first, separator, second] = OTHER.exec(cell) ?? [];
    if (first === undefined || separator === ".") continue;
    ambiguous = true;
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && b <= 12) order = "day first";
    if (b > 12 && a <= 12) order = "month first";
    if (order !== "unclear") break;
  }
  return {
    unclear: ambiguous && order === "unclear",
    read(cell) {
      const iso = ISO.exec(cell);
      if (iso) return dateOf(iso[1], iso[2], iso[3]);
      const [, first, separator, second, year] = OTHER.exec(cell) ?? [];
      if (separator === "." || order === "day first") return dateOf(year, second, first);
      return order === "month first" ? dateOf(year, first, second) : undefined;
    },
  };
}

function dateOf(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
