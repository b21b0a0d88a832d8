import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Journal, openJournal } from '../../../electron/main/journal/journal.ts';
import type { Head } from '../../../electron/main/journal/journalHead.ts';
import type { Clock } from '../../../electron/main/machine/clock.ts';
import { aCommandAfter } from '../aCommand.ts';

export const noon = Date.parse('2026-11-18T12:00:00Z');
export const day = 24 * 3600 * 1000;

export function clockAt(now: number): Clock {
  return { now: () => now, monotonicMs: () => now - noon };
}

type Opening = { readonly now?: number; readonly floor?: Head; readonly segmentBytes?: number };

/** Closed when the test is, unless the test did. */
export async function aJournal(folder: string, { now = noon, ...rest }: Opening = {}) {
  const journal = await openJournal({ folder, clock: clockAt(now), bootId: 'boot-1', ...rest });
  let closed = false;
  async function close() {
    if (!closed) await journal.close();
    closed = true;
  }
  onTestFinished(close);
  return { ...journal, close };
}

export function append(journal: Journal, id: string) {
  return journal.append(id, (head) => aCommandAfter(head, id));
}

export async function appendMany(journal: Journal, wanted: readonly string[]): Promise<void> {
  for (const id of wanted) await append(journal, id);
}

export function ids(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `fact-${from + i}`);
}

export async function unsettledIds(journal: Journal): Promise<string[]> {
  const { commands } = await journal.unsettledAfter(0, 1000);
  return commands.map((command) => command.fact.id);
}

export const segmentIn = (folder: string, number = 1) =>
  path.join(folder, `${String(number).padStart(8, '0')}.log`);

export const appendJunk = (folder: string, junk: Buffer) => appendFile(segmentIn(folder), junk);

/** Flips one bit in the middle of a line, as a failing disk does. */
export async function damageLine(folder: string, line: number): Promise<void> {
  const content = await readFile(segmentIn(folder));
  let at = 0;
  for (let skipped = 1; skipped < line; skipped += 1) at = content.indexOf(0x0a, at) + 1;
  const middle = Math.floor((at + content.indexOf(0x0a, at)) / 2);
  content[middle] = (content[middle] ?? 0) ^ 1;
  await writeFile(segmentIn(folder), content);
}
