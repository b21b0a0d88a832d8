import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** One event with a word or two. Never a secret, never what a client wrote. */
export type Log = (event: string, detail: string) => void;

const mostBytes = 1024 * 1024;

/** Lines of JSON in `main.log`; the file before it is kept as `main.1.log`. */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'main.log');
  return (event, detail) => {
    const line = JSON.stringify({ at: new Date().toISOString(), event, detail });
    try {
      if (sizeOf(file) > mostBytes) renameSync(file, path.join(folder, 'main.1.log'));
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // On a full disk the log gives way: what it tells of is answered for elsewhere.
    }
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
