/** How far an import is. The total grows when an archive is opened. */

export interface ReadProgress {
  readonly doneFiles: number;
  readonly totalFiles: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface ProgressCount {
  readonly expect: (files: readonly { readonly sizeBytes: number }[]) => void;
  /** `share` of a file, 0 to 1, is read. */
  readonly part: (sizeBytes: number, share: number) => void;
  readonly done: (sizeBytes: number) => void;
}

export function countProgress(tell: (progress: ReadProgress) => void): ProgressCount {
  let now: ReadProgress = { doneFiles: 0, totalFiles: 0, doneBytes: 0, totalBytes: 0 };
  const set = (next: ReadProgress) => tell((now = next));
  return {
    expect(files) {
      const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      set({ ...now, totalFiles: now.totalFiles + files.length, totalBytes: now.totalBytes + bytes });
    },
    part: (sizeBytes, share) => tell({ ...now, doneBytes: now.doneBytes + Math.round(sizeBytes * share) }),
    done: (sizeBytes) => set({ ...now, doneFiles: now.doneFiles + 1, doneBytes: now.doneBytes + sizeBytes }),
  };
}
