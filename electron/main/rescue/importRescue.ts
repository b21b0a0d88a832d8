import type { FileHandle } from 'node:fs/promises';
import type { ImportedWork, ImportRefusal } from '../../../shared/desktop/rescueApi.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { ForeignStation } from './foreignStation.ts';
import type { ForeignWork } from './foreignWork.ts';
import { type ReadHeader, RescueDamaged, readEntries, unlock } from './readRescue.ts';
import type { RescueEntry } from './rescueFormat.ts';
import { type SealedLine, sealedLine } from './sealedLine.ts';

type Given = {
  readonly code: string;
  /** Of a damaged file, take what can be read. */
  readonly partly: boolean;
  readonly siteId: string;
  readonly importedBy: string;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
};

/**
 * Takes a file's work in: every photo and every line proved, on disk when it returns. All of it or
 * nothing, unless asked for what can be read. Doing it twice changes nothing.
 */
export async function importRescue(
  file: FileHandle,
  found: ReadHeader,
  foreign: ForeignWork,
  given: Given,
): Promise<Result<ImportedWork, ImportRefusal>> {
  const keys = await unlock(found, given.code);
  if (keys === null) return refuse({ code: 'wrongCode' });
  const { header } = found;
  const { station, keep } = await foreign.placeFor({
    station: header.station,
    importedAt: given.now,
    importedBy: given.importedBy,
    epoch: null,
    doneAt: null,
  });
  const taken = taking(station, { ...given, stationId: header.station.id });
  try {
    await taken.all(readEntries(file, found.sheetsAt, keys), header);
  } catch (failure) {
    const { commands, photos } = taken.counted();
    const isDamage = failure instanceof RescueDamaged;
    if (isDamage && given.partly && commands + photos > 0) return await settle();
    await taken.giveBack();
    if (isDamage) return refuse({ code: 'damagedFile', commands, photos });
    throw failure;
  }
  return await settle();

  async function settle() {
    const newCommands = await station.takeIn(taken.lines);
    await keep();
    return accept({ stationName: header.station.name, ...taken.counted(), newCommands });
  }
}

/** The disk said no to a photo. */
class PhotoNotKept extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function taking(station: ForeignStation, given: Given & { readonly stationId: string }) {
  const lines: SealedLine[] = [];
  const fresh: string[] = [];
  let photos = 0;
  let leftOut = 0;

  async function take(entry: RescueEntry): Promise<void> {
    if (entry.kind === 'command') {
      const line = sealedLine(entry.line);
      const isOurs = line?.siteId === given.siteId && line.stationId === given.stationId;
      if (line !== null && isOurs) lines.push(line);
      else leftOut += 1;
      return;
    }
    const wasHere = station.photos.list().includes(entry.sha256);
    const kept = await station.photos.keep(entry.sha256, entry.bytes);
    if (kept.ok) {
      photos += 1;
      if (!wasHere) fresh.push(entry.sha256);
    } else if (kept.refusal.code === 'diskFull') throw new PhotoNotKept('ENOSPC');
    else if (kept.refusal.code === 'writeFailed') throw new PhotoNotKept(kept.refusal.detail);
    else leftOut += 1;
  }

  return {
    lines,
    async all(
      entries: AsyncIterable<RescueEntry>,
      announced: { readonly commands: number; readonly photoBytes: number },
    ) {
      // A command weighs about two kilobytes.
      const whole = Math.max(1, announced.photoBytes + announced.commands * 2048);
      let done = 0;
      for await (const entry of entries) {
        given.signal.throwIfAborted();
        await take(entry);
        done += entry.kind === 'photo' ? entry.bytes.length : 2048;
        given.progress(Math.min(1, done / whole));
      }
    },
    async giveBack() {
      for (const sha256 of fresh) await station.photos.letGo(sha256);
    },
    counted: () => ({ commands: lines.length, photos, newPhotos: fresh.length, leftOut }),
  };
}
