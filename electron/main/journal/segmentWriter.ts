import { type FileHandle, open } from 'node:fs/promises';
import { syncFolder } from '../machine/durableFile.ts';
import { segmentFile } from './journalSegments.ts';

export type Place = { readonly segment: number; readonly offset: number; readonly length: number };

export type SegmentWriter = {
  /** Returns when the lines are on disk. If it throws, none of them is in the journal. */
  readonly write: (lines: readonly string[]) => Promise<readonly Place[]>;
  readonly close: () => Promise<void>;
};

export async function openSegmentWriter(
  folder: string,
  last: { readonly number: number; readonly bytes: number },
  segmentBytes: number,
): Promise<SegmentWriter> {
  let number = last.number;
  let bytes = last.bytes;
  let file = await openSegment(folder, number);
  let broken: Error | null = null;

  async function startNext() {
    const next = await openSegment(folder, number + 1);
    await file.close();
    file = next;
    number += 1;
    bytes = 0;
  }

  /** What was written in part must go, or the next line would be glued to it. */
  async function takeBack() {
    try {
      await file.truncate(bytes);
      await file.datasync();
    } catch (failure) {
      broken = new Error('The journal file can no longer be written', { cause: failure });
    }
  }

  return {
    async write(lines) {
      if (broken !== null) throw broken;
      if (bytes >= segmentBytes) await startNext();
      const content = lines.map((line) => Buffer.from(line, 'utf8'));
      try {
        await file.appendFile(Buffer.concat(content));
        await file.datasync();
      } catch (failure) {
        await takeBack();
        throw failure;
      }
      return content.map((line) => {
        const place = { segment: number, offset: bytes, length: line.length - 1 };
        bytes += line.length;
        return place;
      });
    },
    close: () => file.close(),
  };
}

async function openSegment(folder: string, number: number): Promise<FileHandle> {
  const file = await open(segmentFile(folder, number), 'a', 0o600);
  await syncFolder(folder);
  return file;
}
