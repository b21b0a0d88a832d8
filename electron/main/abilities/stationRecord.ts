import path from 'node:path';
import { z } from 'zod';
import { Enrolment } from '../../../shared/desktop/desktopApi.ts';
import { writeDurably } from './durableFile.ts';
import { Head } from './journalHead.ts';
import { readJsonFile } from './jsonFile.ts';

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
export const Sentinel = z.object({ stationId: z.string(), sealed: Head });
export type Sentinel = z.infer<typeof Sentinel>;

const nobody: StationRecord = { enrolment: null, centralUrl: null, revoked: false };

export async function readStation(folder: string): Promise<StationRecord> {
  return (await readJsonFile(path.join(folder, 'station.json'), StationRecord)) ?? nobody;
}

export async function writeStation(folder: string, record: StationRecord): Promise<void> {
  await writeDurably(path.join(folder, 'station.json'), JSON.stringify(record));
}

export async function readSentinel(folder: string): Promise<Sentinel | null> {
  return readJsonFile(path.join(folder, 'sentinel.json'), Sentinel);
}

export async function writeSentinel(folder: string, sentinel: Sentinel): Promise<void> {
  await writeDurably(path.join(folder, 'sentinel.json'), JSON.stringify(sentinel));
}
