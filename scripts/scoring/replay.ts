/** Logits kept and given again in the same order: decoding again at another temperature needs no second inference. */

import { createChunkCache } from "../../src/core/chunk-cache.ts";
import type { Student } from "../../src/core/read-note.ts";
import type { StudentOutput, StudentSession } from "../../src/core/student.ts";

export interface Recorder {
  /** Reads like the student given, and keeps what its session put out. */
  readonly student: Student;
  /** A student that reads the same notes in the same order from what was kept, at another temperature. */
  readonly at: (tagTemperature: number) => Student;
}

export function recorder(student: Student): Recorder {
  const kept: StudentOutput[] = [];
  const withSession = (session: StudentSession, tagTemperature: number): Student => ({
    ...student,
    manifest: { ...student.manifest, calibration: { tagTemperature } },
    session,
    cache: createChunkCache(1),
  });
  return {
    student: withSession(
      {
        async run(input) {
          const output = await student.session.run(input);
          kept.push(output);
          return output;
        },
        release: () => student.session.release(),
      },
      student.manifest.calibration.tagTemperature,
    ),
    at(tagTemperature) {
      let next = 0;
      return withSession(
        {
          run() {
            const output = kept[next++];
            return output ? Promise.resolve(output) : Promise.reject(new RangeError(`only ${kept.length} runs were kept`));
          },
          release: () => Promise.resolve(),
        },
        tagTemperature,
      );
    },
  };
}
