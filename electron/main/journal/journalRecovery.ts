import { rm } from 'node:fs/promises';
import { acceptedMs } from '../../../shared/cases/retention.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { syncFolder } from '../machine/durableFile.ts';
import { type Head, type HeadFile, readHead, writeHead } from './journalHead.ts';
import {
  type Entry,
  type RecoveredSegment,
  recoverSegments,
  segmentFile,
} from './journalSegments.ts';

export type RecoveredJournal = {
  readonly entries: readonly Entry[];
  readonly head: HeadFile;
  readonly tornLines: number;
  readonly damagedLines: number;
  readonly newest: { readonly number: number; readonly bytes: number };
};

type Known = {
  readonly now: number;
  readonly isSettled: (id: string) => boolean;
  readonly floor: Head | null;
};

/** Reads what is there, lets go what is old and settled, and finds the end of the chain. */
export async function recoverJournal(folder: string, known: Known): Promise<RecoveredJournal> {
  const noted = await readHead(folder);
  const { segments, tornLines } = await recoverSegments(folder, known.now);
  const dropped = segmentsToDrop(segments, known);
  const kept = segments.slice(dropped.length);
  const entries = kept.flatMap((segment) => segment.entries);

  const start: Head = { sequence: 0, hash: chainStart };
  const ends = [noted, known.floor, ...segments.flatMap((segment) => segment.entries)];
  const { sequence, hash } = ends.reduce<Head>(
    (latest, it) => (it !== null && it.sequence > latest.sequence ? it : latest),
    start,
  );
  const keptFrom = dropped
    .flatMap((segment) => segment.entries)
    .reduce((first, it) => Math.max(first, it.sequence + 1), noted?.keptFrom ?? 1);
  const head = { sequence, hash, keptFrom };

  // The head is on disk before the lines that prove it leave.
  await writeHead(folder, head);
  for (const { number } of dropped) await rm(segmentFile(folder, number), { force: true });
  if (dropped.length > 0) await syncFolder(folder);

  return {
    entries,
    head,
    tornLines,
    damagedLines: damage(kept, entries, head),
    newest: kept.at(-1) ?? { number: 1, bytes: 0 },
  };
}

/** The oldest segments that are whole, undamaged, all settled and old. The newest stays. */
function segmentsToDrop(
  segments: readonly RecoveredSegment[],
  { now, isSettled }: Known,
): readonly RecoveredSegment[] {
  const older = segments.slice(0, -1);
  const firstToKeep = older.findIndex(
    ({ entries, damagedLines }) =>
      damagedLines > 0 || entries.some((it) => !isSettled(it.id) || now - it.at < acceptedMs),
  );
  return firstToKeep === -1 ? older : older.slice(0, firstToKeep);
}

/** A damaged line is counted once, whether it is unreadable, gone, or no longer fits the chain. */
function damage(
  segments: readonly RecoveredSegment[],
  entries: readonly Entry[],
  head: HeadFile,
): number {
  const unreadable = segments.reduce((sum, segment) => sum + segment.damagedLines, 0);
  const there = new Map(entries.map((it) => [it.sequence, it]));
  const missing = head.sequence - head.keptFrom + 1 - there.size;
  const broken = entries.filter((it) => {
    const before = there.get(it.sequence - 1);
    return before !== undefined && before.hash !== it.previousHash;
  }).length;
  return Math.max(unreadable, missing) + broken;
}
