/** One line on stderr: done, failed, time left. */

export interface ProgressLine {
  show(state: { readonly done: number; readonly failed: number; readonly remark?: string }): void;
  end(): void;
}

/** On a terminal the line is written over; elsewhere one line every ten seconds. */
export function createProgressLine(title: string, total: number): ProgressLine {
  const startMs = Date.now();
  let lastMs = 0;
  const live = process.stderr.isTTY;
  return {
    show({ done, failed, remark = "" }) {
      const now = Date.now();
      if (!live && now - lastMs < 10_000 && done + failed < total) return;
      lastMs = now;
      const left = done + failed === 0 ? "" : `, ${duration(((now - startMs) / (done + failed)) * (total - done - failed))} left`;
      const line = `${title}: ${done} of ${total} notes${failed > 0 ? `, ${failed} failed` : ""}${left}${remark === "" ? "" : `, ${remark}`}`;
      process.stderr.write(live ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (live) process.stderr.write("\n");
    },
  };
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 90 ? `${seconds} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
