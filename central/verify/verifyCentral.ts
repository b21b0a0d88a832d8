import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Rows } from '../database/rows.ts';
import { schemaState } from '../database/schemaState.ts';
import { photosAfter } from '../photos/photoRows.ts';
import type { PhotoStore } from '../photos/photoStore.ts';
import {
  feedOf,
  ledgerLinesOf,
  newestRecord,
  serverOf,
  switchedOff,
  wronglyPaid,
} from './verifyRows.ts';

export type Check = { readonly what: string; readonly isWell: boolean; readonly says: string };

type Installed = {
  readonly rows: Rows;
  readonly photos: PhotoStore;
  readonly folder: string;
  readonly now: () => Date;
};

const mostSkewMs = 5000;
/** Below it no photos are taken. */
const leastFree = 512 * 1024 * 1024;
const atOnce = 32;

/** What an operator wants to know after an installation, an upgrade or a restore; changes nothing. */
export async function* verifyCentral(central: Installed): AsyncGenerator<Check> {
  const { rows, photos, folder, now } = central;
  const server = await serverOf(rows);
  yield { what: 'database', isWell: true, says: `answers, PostgreSQL ${server.version}` };
  const schema = await schemaState(rows);
  const isCurrent = schema.kind === 'current';
  yield { what: 'schema', isWell: isCurrent, says: sayOf(schema) };
  yield clock(server.now, now(), isCurrent ? await newestRecord(rows) : null);
  yield await space(folder);
  if (!isCurrent) return;
  yield await ledger(rows);
  yield await feed(rows);
  yield await photosOf(rows, photos);
}

function sayOf(schema: Awaited<ReturnType<typeof schemaState>>): string {
  if (schema.kind === 'behind') return `behind by ${schema.pending.join(', ')}: migrate`;
  return schema.kind === 'empty' ? 'none yet: migrate, or start central' : 'is this version’s';
}

function clock(atServer: Date, here: Date, newest: Date | null): Check {
  const skewMs = atServer.getTime() - here.getTime();
  if (Math.abs(skewMs) > mostSkewMs)
    return { what: 'clock', isWell: false, says: `the database’s is ${skewMs} ms off this one` };
  const aheadMs = (newest?.getTime() ?? 0) - here.getTime();
  return aheadMs > mostSkewMs
    ? {
        what: 'clock',
        isWell: false,
        says: `runs behind: a record was accepted ${aheadMs} ms later`,
      }
    : { what: 'clock', isWell: true, says: here.toISOString() };
}

async function space(folder: string): Promise<Check> {
  if (!existsSync(folder)) return { what: 'space', isWell: false, says: `no folder ${folder}` };
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const megabytes = Math.floor(free / 1024 / 1024);
  return { what: 'space', isWell: free >= leastFree, says: `${megabytes} MB free at ${folder}` };
}

async function ledger(rows: Rows): Promise<Check> {
  const { lines, wrong } = await ledgerLinesOf(rows);
  const paid = await wronglyPaid(rows);
  const off = await switchedOff(rows);
  const faults = [
    ...(wrong > 0 ? [`${wrong} order lines are not what was granted of them`] : []),
    ...(paid > 0 ? [`${paid} decisions pay other than their refunds`] : []),
    ...(off.length > 0 ? [`switched off: ${off.join(', ')}`] : []),
  ];
  const says = faults.join('; ') || `${lines} order lines are what was granted of them`;
  return { what: 'ledger', isWell: faults.length === 0, says };
}

async function feed(rows: Rows): Promise<Check> {
  const { changes, twice, beyond, moved, lost } = await feedOf(rows);
  const faults = [
    ...(twice > 0 ? [`${twice} changes share a place`] : []),
    ...(beyond ? ['its numbers begin again'] : []),
    ...(moved ? ['it comes from another server: start central once with --new-epoch'] : []),
    ...(lost > 0 ? [`${lost} records are in no station’s feed`] : []),
  ];
  const says = faults.join('; ') || `${changes} changes in one order`;
  return { what: 'feed', isWell: faults.length === 0, says };
}

async function photosOf(rows: Rows, store: PhotoStore): Promise<Check> {
  let known = 0;
  let missing = 0;
  for (let after = ''; ; ) {
    const page = await photosAfter(rows, after, atOnce);
    const sizes = await Promise.all(page.map(async ({ sha256 }) => sizeOf(store, sha256)));
    missing += page.filter(({ bytes }, index) => sizes[index] !== bytes).length;
    known += page.length;
    const last = page.at(-1);
    if (!last) break;
    after = last.sha256;
  }
  const says = missing > 0 ? `${missing} of ${known} are not there` : `${known} are there`;
  return { what: 'photos', isWell: missing === 0, says };
}

async function sizeOf(store: PhotoStore, sha256: string): Promise<number | null> {
  const found = await store.read(sha256);
  found?.stream.destroy();
  return found?.bytes ?? null;
}
