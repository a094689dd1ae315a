/** How fast the queue reads, and how long it still takes. */

export interface QueuePace {
  /** Adds one reading. */
  readonly add: (characters: number, ms: number) => void;
  /** Undefined until a second of reading was measured. */
  readonly timeLeftMs: (characters: number) => number | undefined;
}

const ENOUGH_MS = 1_000;
/** Older readings count less and less, so that the figure follows a machine that gets busy. */
const MEMORY_MS = 20_000;

export function createQueuePace(): QueuePace {
  let readCharacters = 0;
  let readMs = 0;
  return {
    add(characters, ms) {
      const kept = Math.min(1, MEMORY_MS / Math.max(1, readMs));
      readCharacters = readCharacters * kept + characters;
      readMs = readMs * kept + ms;
    },
    timeLeftMs: (characters) => (readMs < ENOUGH_MS || readCharacters === 0 ? undefined : (characters / readCharacters) * readMs),
  };
}
