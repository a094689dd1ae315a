/** The jobs that a run left at a provider, in a file beside its labels. No note text in it: items are named by hashes. */

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import { Failure } from "../src/core/failure.ts";
import type { BatchJob, BatchJobs } from "../src/teacher/batch/batch-fetch.ts";

const schema = v.array(v.object({ name: v.string(), itemIds: v.array(v.string()) }));

/** @throws Failure when the file is none of ours: what it named would be paid for twice */
export function openBatchJobs(path: string): BatchJobs {
  let jobs: readonly BatchJob[] = read(path);
  const keep = (changed: readonly BatchJob[]): void => {
    jobs = changed;
    if (jobs.length === 0) {
      rmSync(path, { force: true });
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, `${JSON.stringify(jobs)}\n`);
    renameSync(`${path}.tmp`, path);
  };
  return {
    all: () => jobs,
    add: (job) => keep([...jobs, job]),
    remove: (name) => keep(jobs.filter((job) => job.name !== name)),
  };
}

function read(path: string): readonly BatchJob[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    throw new Failure("file-unreadable", `${path} is damaged. Look at the provider which batches are open, then remove the file.`);
  }
}
