import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Enrolment } from '../../../shared/desktop/desktopApi.ts';
import { Head } from '../journal/journalHead.ts';
import { writeDurably } from '../machine/durableFile.ts';
import { readJsonFile } from '../machine/jsonFile.ts';
import type { Vault } from '../machine/vault.ts';

/** Who this station is. Nothing secret: the token lies in the vault. */
export const StationRecord = z.object({
  enrolment: Enrolment.nullable(),
  centralUrl: z.string().nullable(),
  revoked: z.boolean(),
});
export type StationRecord = z.infer<typeof StationRecord>;

/**
 * Stands outside the page's database and outside the journal: that a station is enrolled here and
 * how far its chain had come. An empty database beside it is a loss, not a new station.
 */
const Sentinel = z.object({ stationId: z.string(), sealed: Head });
export type Sentinel = z.infer<typeof Sentinel>;

const nobody: StationRecord = { enrolment: null, centralUrl: null, revoked: false };

const fileIn = (folder: string) => path.join(folder, 'station.json');

export async function readStation(folder: string): Promise<StationRecord> {
  return (await readJsonFile(fileIn(folder), StationRecord)) ?? nobody;
}

export async function writeStation(folder: string, record: StationRecord): Promise<void> {
  await writeDurably(fileIn(folder), JSON.stringify(record));
}

/** Kept twice, since a station that forgets who it is cannot send what it holds. */
export async function openStationRecord(folder: string, vault: Vault) {
  async function write(record: StationRecord) {
    await writeStation(folder, record);
    await vault.write('station', record);
  }
  const first = await readJsonFile(fileIn(folder), StationRecord);
  const second = await vault.read('station', StationRecord);
  const record = first ?? second;
  if (record !== null && (first === null || !isDeepStrictEqual(first, second))) await write(record);
  return { record: record ?? nobody, write };
}

export async function readSentinel(folder: string): Promise<Sentinel | null> {
  return readJsonFile(path.join(folder, 'sentinel.json'), Sentinel);
}

export async function writeSentinel(folder: string, sentinel: Sentinel): Promise<void> {
  await writeDurably(path.join(folder, 'sentinel.json'), JSON.stringify(sentinel));
}
