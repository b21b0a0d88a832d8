import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeDurably } from '../machine/durableFile.ts';
import { type LineOutline, outlineOf } from './journalLine.ts';

/** Where one command lies. */
export type Entry = LineOutline & {
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
};

export type RecoveredSegment = {
  readonly number: number;
  readonly bytes: number;
  readonly entries: readonly Entry[];
  /** Lines that cannot be read although readable ones come after them, or in an older segment. */
  readonly damagedLines: number;
};

export type Recovered = {
  readonly segments: readonly RecoveredSegment[];
  readonly tornLines: number;
};

const newline = 0x0a;

export function segmentFile(folder: string, number: number): string {
  return path.join(folder, `${String(number).padStart(8, '0')}.log`);
}

/**
 * Reads every segment. An unreadable end of the newest one is what an unfinished write leaves: it
 * is kept aside as `torn-…` and cut off. Anything unreadable elsewhere is damage: left where it
 * is, stepped over and counted.
 */
export async function recoverSegments(folder: string, now: number): Promise<Recovered> {
  const numbers = await segmentNumbers(folder);
  const segments: RecoveredSegment[] = [];
  let tornLines = 0;
  for (const number of numbers) {
    const file = segmentFile(folder, number);
    const content = await readFile(file);
    const scanned = scan(content, number);
    const isNewest = number === numbers.at(-1);
    if (!isNewest) {
      const damagedLines = scanned.damagedLines + scanned.tailLines;
      segments.push({ number, bytes: content.length, entries: scanned.entries, damagedLines });
      continue;
    }
    if (scanned.readableBytes < content.length) {
      tornLines = scanned.tailLines;
      const aside = `torn-${now}-${String(number).padStart(8, '0')}`;
      await writeDurably(path.join(folder, aside), content.subarray(scanned.readableBytes));
      await cutOff(file, scanned.readableBytes, false);
    } else if (scanned.lacksNewline) await cutOff(file, scanned.readableBytes, true);
    segments.push({
      number,
      bytes: scanned.readableBytes + (scanned.lacksNewline ? 1 : 0),
      entries: scanned.entries,
      damagedLines: scanned.damagedLines,
    });
  }
  return { segments, tornLines };
}

async function segmentNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^\d{8}\.log$/.test(name))
    .map((name) => Number(name.slice(0, 8)))
    .toSorted((a, b) => a - b);
}

function scan(content: Buffer, segment: number) {
  const entries: Entry[] = [];
  let damagedLines = 0;
  let tailLines = 0;
  let readableBytes = 0;
  let lacksNewline = false;
  for (let offset = 0; offset < content.length; ) {
    const found = content.indexOf(newline, offset);
    const end = found === -1 ? content.length : found;
    const outline = outlineOf(content.toString('utf8', offset, end));
    if (outline === null) tailLines += 1;
    else {
      entries.push({ ...outline, segment, offset, length: end - offset });
      damagedLines += tailLines;
      tailLines = 0;
      readableBytes = Math.min(end + 1, content.length);
      lacksNewline = found === -1;
    }
    offset = end + 1;
  }
  return { entries, damagedLines, tailLines, readableBytes, lacksNewline };
}

async function cutOff(file: string, bytes: number, endLine: boolean): Promise<void> {
  const opened = await open(file, 'r+');
  try {
    await opened.truncate(bytes);
    if (endLine) await opened.write('\n', bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
  await syncFolder(path.dirname(file));
}
