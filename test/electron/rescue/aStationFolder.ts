import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openJournal } from '../../../electron/main/journal/journal.ts';
import type { Head } from '../../../electron/main/journal/journalHead.ts';
import { openPhotoFiles } from '../../../electron/main/photos/photoFiles.ts';
import { writeSentinel, writeStation } from '../../../electron/main/station/stationRecord.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { factId, siteId, stationId } from '../../builders/cases/ids.ts';
import { anArrival, aPhoto } from '../../builders/cases/recordedFacts.ts';
import { clockAt, noon } from '../journal/aJournal.ts';
import { aJpeg } from '../photos/pictures.ts';

export const stationOfFolder = { stationId: stationId('station-1'), stationName: 'Dock 2' };

/**
 * A station's folder as its process leaves it: arrivals `fact-1` to `fact-n`, the last of them
 * photos, of which central has answered some.
 */
export async function aStationFolder(
  folder: string,
  given: { readonly commands: number; readonly photos?: number; readonly settled?: number },
) {
  const { commands, photos = 0, settled = 0 } = given;
  await mkdir(folder, { recursive: true });
  const files = await openPhotoFiles(path.join(folder, 'photos'), {
    free: async () => Number.MAX_SAFE_INTEGER,
    minimum: 0,
  });
  const pictures: string[] = [];
  for (let i = 0; i < photos; i += 1) {
    const bytes = Buffer.concat([aJpeg(8, 8), Buffer.from(`picture ${i} of ${folder}`)]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await files.keep(sha256, bytes);
    pictures.push(sha256);
  }
  await writeStation(folder, {
    enrolment: {
      ...stationOfFolder,
      siteId: siteId('site-1'),
      siteName: 'Newark',
      fingerprint: '0123456789abcdef',
    },
    centralUrl: 'https://central.example',
    revoked: false,
  });
  const journal = await openJournal({
    folder: path.join(folder, 'journal'),
    clock: clockAt(noon),
    bootId: 'boot-1',
    segmentBytes: 8 * 1024,
    async noteHead(sealed) {
      await writeSentinel(folder, { stationId: stationOfFolder.stationId, sealed });
    },
  });
  for (let i = 1; i <= commands; i += 1) {
    const picture = pictures[i - 1 - (commands - photos)];
    await journal.append(`fact-${i}`, (head) => sealedAfter(head, `fact-${i}`, picture));
  }
  await journal.settle(Array.from({ length: settled }, (_, i) => `fact-${i + 1}`));
  await journal.close();
  return { pictures };
}

/** Rightly numbered and chained, with a signature in form only. */
function sealedAfter(head: Head, id: string, picture: string | undefined): Command {
  const { stationId: station } = stationOfFolder;
  const place = { id: factId(id), stationId: station, siteId: siteId('site-1') };
  const open = {
    version: 1 as const,
    fact:
      picture === undefined
        ? anArrival({ ...place, note: `Parcel ${id}` })
        : aPhoto({ ...place, sha256: picture }),
    basis: { cursor: null, heads: [] },
    stationId: station,
    sequence: head.sequence + 1,
    previousHash: head.hash,
  };
  const hash = createHash('sha256').update(canonicalJson(open)).digest('hex');
  return { ...open, hash, signature: 's'.repeat(88) };
}

export const segmentOf = (folder: string, number: number) =>
  path.join(folder, 'journal', `${String(number).padStart(8, '0')}.log`);

/** Spoils some characters in the middle of the line with this number. */
export async function spoilLine(file: string, sequence: number): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const spoilt = lines.map((line) =>
    line.includes(`"sequence":${sequence},`) ? `${line.slice(0, 90)}####${line.slice(94)}` : line,
  );
  await writeFile(file, spoilt.join('\n'));
}
