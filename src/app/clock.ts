/** Time comes in as an argument. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `task` once after `ms` milliseconds; the returned function takes it back. */
  after(ms: number, task: () => void): () => void;
}
