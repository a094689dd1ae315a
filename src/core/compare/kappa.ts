/** Agreement beyond chance: Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1). */

export interface Kappa {
  /** Things that both sides put into a category. */
  readonly total: number;
  /** Share put into the same category; undefined for no things. */
  readonly observed: number | undefined;
  /** That share if each side kept its frequencies and chose by chance; undefined for no things. */
  readonly expected: number | undefined;
  /**
   * (observed − expected) / (1 − expected): 1 is full agreement, 0 what chance gives. Undefined for no things, and
   * where both sides put everything into one and the same category: then there is nothing that chance could miss.
   */
  readonly kappa: number | undefined;
}

/** Counts pairs of categories; `kappa` may be asked at any time. */
export interface KappaTable<C> {
  readonly add: (left: C, right: C) => void;
  readonly kappa: () => Kappa;
}

export function createKappaTable<C>(): KappaTable<C> {
  let total = 0;
  let same = 0;
  const lefts = new Map<C, number>();
  const rights = new Map<C, number>();
  const count = (counts: Map<C, number>, category: C): void => void counts.set(category, (counts.get(category) ?? 0) + 1);
  return {
    add(left, right) {
      total++;
      if (left === right) same++;
      count(lefts, left);
      count(rights, right);
    },
    kappa() {
      if (total === 0) return { total, observed: undefined, expected: undefined, kappa: undefined };
      const chance = [...lefts].reduce((sum, [category, times]) => sum + times * (rights.get(category) ?? 0), 0);
      const whole = total * total; // in whole numbers, so that "all in one category" is met exactly
      const [observed, expected] = [same / total, chance / whole];
      return { total, observed, expected, kappa: chance === whole ? undefined : (observed - expected) / (1 - expected) };
    },
  };
}
