import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import type { Logger } from '@runlight/service';

/** Where a process's output goes. */
export interface LogFile {
  write: (chunk: Buffer) => void;
  close: () => void;
}

/**
 * A file that keeps the newest output: at `maxBytes` it becomes `<path>.1`, replacing the one before.
 * Writes are synchronous, so that the last words of a process are there when the supervisor ends; a
 * disk that is full loses lines, never the process.
 */
export function openLogFile(
  path: string,
  { log, maxBytes = 10 * 1024 * 1024 }: LogFileOptions = {},
): LogFile {
  let file = openSync(path, 'a', 0o600);
  let size = statSync(path).size;
  let lossReported = false;

  function rotate(): void {
    closeSync(file);
    renameSync(path, `${path}.1`);
    file = openSync(path, 'a', 0o600);
    size = 0;
  }

  return {
    write(chunk) {
      try {
        if (size + chunk.length > maxBytes && size > 0) rotate();
        writeSync(file, chunk);
        size += chunk.length;
        lossReported = false;
      } catch (error) {
        if (!lossReported) log?.warn({ err: error, path }, 'log lines are lost');
        lossReported = true;
      }
    },
    close: () => closeSync(file),
  };
}

export interface LogFileOptions {
  /** Told once when lines cannot be written. */
  log?: Logger;
  maxBytes?: number;
}
