import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export type JournalProcess = {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly saved: () => readonly string[];
  readonly ended: Promise<unknown>;
  /** Resolves once so many lines were said, or the process has ended. */
  readonly said: (count: number) => Promise<void>;
};

/** Another process that journals in the same folder; `largestFile` in blocks of 1024 bytes. */
export function journalProcess(folder: string, name: string, largestFile?: number): JournalProcess {
  const script = path.join(import.meta.dirname, 'appendUntilKilled.ts');
  const limit = largestFile === undefined ? '' : `trap '' XFSZ; ulimit -f ${largestFile}; `;
  const command = `${limit}exec "$0" --disable-warning=ExperimentalWarning "$@"`;
  const child = spawn('bash', ['-c', command, process.execPath, script, folder, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const ended = new Promise((resolve) => child.once('close', resolve));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    lines,
    ended,
    saved: () => lines.filter((line) => line.startsWith('saved ')),
    async said(count) {
      const enough = new Promise<void>((resolve) => {
        const look = () => {
          if (lines.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
      await Promise.race([enough, ended]);
    },
  };
}
