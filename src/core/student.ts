/** The student network as the core sees it. T tokens, row-major logits. */

/** One chunk as the network reads it, frame tokens ([CLS], guideline, [SEP]) included. No padding, no batch. */
export interface StudentInput {
  /** WordPiece ids, length T. */
  readonly ids: Int32Array;
  /** Letter-case shape per token, length T: 0 lower or caseless, 1 capitalised, 2 upper, 3 mixed; 0 for frame and break tokens. */
  readonly shapes: Int32Array;
}

export interface StudentOutput {
  /** T × tags (manifest.tags order). */
  readonly tagLogits: Float32Array;
  /** T × assertions (manifest.assertions order). */
  readonly assertionLogits: Float32Array;
}

/** One inference at a time: a session is not re-entrant. */
export interface StudentSession {
  run(input: StudentInput): Promise<StudentOutput>;
  release(): Promise<void>;
}
