import type { Progress } from "../run/progress.ts";

/** Shortest time between two updates, in milliseconds. */
const INTERVAL = 100;

/** One line on a terminal that says how far a run is; nothing where standard error is no terminal. */
export class ProgressLine {
  private readonly started = performance.now();
  private last = Number.NEGATIVE_INFINITY;

  show(progress: Progress): void {
    const now = performance.now();
    if (!process.stderr.isTTY || now - this.last < INTERVAL) return;
    this.last = now;
    process.stderr.write(`\r\x1b[K${progressText(progress, (now - this.started) / 1000)}`);
  }

  clear(): void {
    if (process.stderr.isTTY && this.last > 0) process.stderr.write("\r\x1b[K");
  }
}

/** Files (of a stream the megabytes), speed and the time that is left, after so many seconds. */
export function progressText({ files, totalFiles, bytes, totalBytes }: Progress, seconds: number): string {
  const speed = bytes / 1e6 / Math.max(seconds, 1e-3);
  const counted = `${files.toLocaleString("en")} of ${totalFiles.toLocaleString("en")} files`;
  const parts = [totalBytes > 0 ? counted : `${(bytes / 1e6).toFixed(1)} MB`, `${speed.toFixed(1)} MB/s`];
  if (totalBytes > bytes && bytes > 0) parts.push(`${duration(((totalBytes - bytes) / bytes) * seconds)} left`);
  return parts.join(" · ");
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
