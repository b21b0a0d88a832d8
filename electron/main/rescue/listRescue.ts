import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import {
  type HeaderRefusal,
  RescueDamaged,
  readEntries,
  readHeader,
  unlock,
} from './readRescue.ts';
import type { RescueHeader } from './rescueFormat.ts';
import { type SealedLine, sealedLine } from './sealedLine.ts';

export type RescueList = {
  readonly header: RescueHeader;
  readonly commands: readonly SealedLine[];
  /** Lines that were damaged before they came into the file. */
  readonly unreadable: number;
  readonly photos: readonly { readonly sha256: string; readonly bytes: number }[];
  /** Null when the file is whole to its end; else what is wrong where it stops. */
  readonly damage: string | null;
};

/** Opens a file, proves every byte of it, and says what is in it. Stores nothing. */
export async function listRescue(
  file: string,
  code: string,
): Promise<Result<RescueList, HeaderRefusal | { readonly code: 'wrongCode' }>> {
  const opened = await open(file, 'r');
  try {
    const found = await readHeader(opened);
    if (!found.ok) return found;
    const keys = await unlock(found.value, code);
    if (keys === null) return refuse({ code: 'wrongCode' });
    const commands: SealedLine[] = [];
    const photos: { sha256: string; bytes: number }[] = [];
    let unreadable = 0;
    let damage: string | null = null;
    try {
      for await (const entry of readEntries(opened, found.value.sheetsAt, keys)) {
        const line = entry.kind === 'command' ? sealedLine(entry.line) : null;
        if (line !== null) commands.push(line);
        else if (entry.kind === 'photo' && isWhole(entry))
          photos.push({ sha256: entry.sha256, bytes: entry.bytes.length });
        else unreadable += 1;
      }
    } catch (failure) {
      if (!(failure instanceof RescueDamaged)) throw failure;
      damage = failure.message;
    }
    return accept({ header: found.value.header, commands, unreadable, photos, damage });
  } finally {
    await opened.close();
  }
}

function isWhole({ sha256, bytes }: { readonly sha256: string; readonly bytes: Buffer }): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}
