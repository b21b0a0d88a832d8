/** Central with its embedded database and its photos on a disk that fills up and is cleared again. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { facts } from '../../../central/database/schema.ts';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import { photoUploadPath } from '../../../shared/sync/centralApi.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aStation, type Station } from '../../builders/station/station.ts';
import { until } from '../../builders/station/until.ts';
import { moveIn } from '../../central/aCompany.ts';
import { type Answer, callCentral } from '../../central/aStation.ts';
import { aPicture, count, photograph, receive } from '../../journeys/aReturnAtWork.ts';
import { type LoopImage, makeImage } from '../loopImage.ts';
import { fillDisk } from '../station/fullDisk.ts';
import { type CentralProcess, fillCentral, startCentralProcess } from './centralProcess.ts';

const megabyte = 1024 * 1024;
/** Above what central keeps free for its database, with room to stand below it. */
const megabytes = 900;

export type CentralOnDisk = {
  /** Until only so many megabytes are free. */
  readonly leave: (megabytes: number) => void;
  readonly makeRoom: () => void;
  /** Counts so many times at the station, and takes a photo. */
  readonly work: (counts: number) => Promise<void>;
  readonly waiting: () => Promise<{ readonly commands: number; readonly photos: number }>;
  /** What the station was told since it was last asked, with how often: "503 /central/commands". */
  readonly heard: () => ReadonlyMap<string, number>;
  /** Refusals that did not say when to come again. */
  readonly impolite: () => readonly string[];
  readonly beginPhoto: () => Promise<Answer>;
  readonly read: () => Promise<Answer>;
  readonly kill: () => Promise<void>;
  /** What it said when it would not start; null when it did. */
  readonly start: () => Promise<string | null>;
  /** Nothing waits any more, by itself; milliseconds from now. */
  readonly drained: () => Promise<number>;
  /** Once nothing waits: ends central, and counts what was acknowledged and is not there. */
  readonly account: () => Promise<{
    readonly acknowledged: number;
    readonly lost: number;
    readonly photos: number;
    readonly photosLost: number;
  }>;
  readonly close: () => Promise<void>;
};

export async function centralOnDisk(): Promise<CentralOnDisk> {
  const disk = await makeImage(megabytes);
  try {
    return await opened(disk);
  } catch (error) {
    await disk.remove();
    throw error;
  }
}

async function opened(disk: LoopImage): Promise<CentralOnDisk> {
  const folder = path.join(disk.folder, 'central');
  await fillCentral({ kind: 'folder', folder }, folder, (tools) => moveIn(tools));
  const first = await startCentralProcess({ folder });
  try {
    return await atWork(disk, folder, first);
  } catch (error) {
    await first.kill();
    throw error;
  }
}

async function atWork(
  disk: LoopImage,
  folder: string,
  first: CentralProcess,
): Promise<CentralOnDisk> {
  let central: CentralProcess | null = first;
  const { url } = central;
  const port = Number(new URL(url).port);
  const line = listening();
  const station: Station = await aStation({ central, fetch: (...asked) => line.fetch(...asked) });
  const caller = await enrolledCaller(central);
  await station.quiet();
  const arrival = await receive(await station.signIn('DORA01'), caseId('case-1'));
  const ivan = await station.signIn('IVAN01');
  const units = await count(ivan, arrival);
  await photograph(ivan, units, aPicture(100_000));
  await station.quiet();
  // Its first use of a token is noted; from then on it only reads.
  await callCentral(url, caller, 'GET', '/central/changes');

  async function close(): Promise<void> {
    await station.close();
    await central?.stop();
    central = null;
    await disk.remove();
  }

  return {
    leave: (most) => leaveFree(disk.folder, most),
    makeRoom: () => makeRoom(disk.folder),
    async work(counts) {
      for (let n = 0; n < counts; n += 1) await count(ivan, arrival, 1);
      await photograph(ivan, units, aPicture(700_000));
    },
    waiting: async () => ({
      commands: await station.db.outbox.count(),
      photos: await station.db.photos.filter((photo) => photo.state !== 'verified').count(),
    }),
    heard: () => line.heard(),
    impolite: () => line.impolite,
    beginPhoto: () => beginPhoto(url, caller),
    read: () => callCentral(url, caller, 'GET', '/central/changes'),
    async kill() {
      await central?.kill();
      central = null;
    },
    async start() {
      const started = await startCentralProcess({ folder, port }).catch((error: unknown) => error);
      if (started instanceof Error) return started.message;
      central = started as CentralProcess;
      return null;
    },
    async drained() {
      const from = performance.now();
      await until(
        'nothing waits any more',
        async () =>
          (await station.db.outbox.count()) === 0 &&
          (await station.db.photos.filter((photo) => photo.state !== 'verified').count()) === 0,
        180_000,
      );
      return Math.round(performance.now() - from);
    },
    async account() {
      const own = await station.db.facts.where('envelope.sequence').above(0).toArray();
      const hashes = await station.db.photos.where('state').equals('verified').primaryKeys();
      await central?.stop();
      central = null;
      const kept = await factsIn(folder);
      return {
        acknowledged: own.length,
        lost: own.filter((row) => !kept.has(row.id)).length,
        photos: hashes.length,
        photosLost: await photosLostOf(folder, hashes),
      };
    },
    close,
  };
}

/** The station's way to central, with an ear on the answers. */
function listening() {
  let heard = new Map<string, number>();
  const impolite: string[] = [];
  return {
    impolite,
    heard() {
      const last = heard;
      heard = new Map();
      return last;
    },
    async fetch(...asked: Parameters<typeof fetch>): Promise<Response> {
      const answer = await fetch(...asked);
      const at = new URL(asked[0] instanceof Request ? asked[0].url : asked[0]).pathname;
      const said = `${answer.status} ${at.replace(/^(\/central\/[^/]+).*$/, '$1')}`;
      heard.set(said, (heard.get(said) ?? 0) + 1);
      if (answer.status >= 500 && answer.headers.get('retry-after') === null) impolite.push(said);
      return answer;
    },
  };
}

/** Most of it without writing: what is reserved is as gone as what is written. */
export function leaveFree(folder: string, most: number): void {
  const free = () => {
    const disk = statfsSync(folder);
    return Math.floor((disk.bavail * disk.bsize) / megabyte);
  };
  const reserved = path.join(folder, 'reserved');
  rmSync(reserved, { force: true });
  const tooMany = free() - Math.max(most, 8);
  if (tooMany > 0) execFileSync('fallocate', ['-l', `${tooMany}MiB`, reserved]);
  fillDisk(folder, most * megabyte);
}

export function makeRoom(folder: string): void {
  for (const name of ['reserved', 'ballast']) rmSync(path.join(folder, name), { force: true });
}

async function enrolledCaller(central: CentralProcess): Promise<string> {
  const code = await central.enrolmentCode();
  const asked = { code, stationName: 'Reader' };
  const { body } = await callCentral(central.url, null, 'POST', '/central/enrol', asked);
  return (body as { token: string }).token;
}

async function beginPhoto(url: string, token: string): Promise<Answer> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const answer = await fetch(`${url}${photoUploadPath}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-length': '1000',
      'upload-metadata': `sha256 ${base64('ab'.repeat(32))},mediaType ${base64('image/jpeg')}`,
    },
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

async function factsIn(folder: string): Promise<ReadonlySet<string>> {
  const database = await openDatabase({ kind: 'folder', folder });
  const found = await database.rows.select({ id: facts.id }).from(facts);
  await database.close();
  return new Set(found.map(({ id }) => id));
}

async function photosLostOf(folder: string, hashes: readonly string[]): Promise<number> {
  const store = await openPhotoStore({ kind: 'folder', folder: path.join(folder, 'photos') });
  let lost = 0;
  for (const sha256 of hashes) {
    const hash = createHash('sha256');
    for await (const part of (await store.read(sha256))?.stream ?? []) hash.update(part as Buffer);
    if (hash.digest('hex') !== sha256) lost += 1;
  }
  return lost;
}
