/** Small choices that may be remembered (never anything about a note). Works without storage: then nothing is remembered. */

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly letterKeys: boolean;
  /** Whether the notes are kept on this device. */
  readonly keepNote: boolean;
  /** Whether kept notes that are not read yet are read by themselves: not after the user has stopped the queue. */
  readonly readOn: boolean;
}

export interface PreferenceStorage {
  read(): Preferences;
  /** Answers whether the choice was remembered. */
  write(change: Partial<Preferences>): boolean;
}

const KEY = "chartlight.preferences";

/** `open` gives the storage; it may throw (blocked by the browser's settings). */
export function createPreferences(open: () => Storage): PreferenceStorage {
  const read = (): Preferences => {
    const stored = readObject(open);
    return {
      theme: THEMES.find((theme) => theme === stored["theme"]) ?? "system",
      letterKeys: stored["letterKeys"] !== false,
      keepNote: stored["keepNote"] === true,
      readOn: stored["readOn"] !== false,
    };
  };
  return {
    read,
    write(change) {
      try {
        open().setItem(KEY, JSON.stringify({ ...read(), ...change }));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function readObject(open: () => Storage): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(open().getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
