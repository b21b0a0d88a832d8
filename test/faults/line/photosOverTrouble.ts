/** Photos on their way over a line that is cut, to a central that is killed, from a station that restarts. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import { pieceBytes } from '../../../renderer/sync/photos/uploadPhoto.ts';
import { caseId } from '../../builders/cases/ids.ts';
import type { Station } from '../../builders/station/station.ts';
import { aStation } from '../../builders/station/station.ts';
import { until } from '../../builders/station/until.ts';
import { moveIn } from '../../central/aCompany.ts';
import { aPicture, count, photograph, receive } from '../../journeys/aReturnAtWork.ts';
import {
  type CentralProcess,
  fillCentral,
  startCentralProcess,
} from '../central/centralProcess.ts';
import { dice } from '../dice.ts';
import { type Fault, type FaultProxy, faultProxy } from './faultProxy.ts';

export type PhotosSent = {
  readonly photos: number;
  /** At central under their hash, with bytes that have that hash. */
  readonly whole: number;
  readonly cuts: number;
  readonly kills: number;
  readonly restarts: number;
  readonly bytesNeeded: number;
  readonly bytesSent: number;
  /** In requests that central said yes to. */
  readonly bytesAccepted: number;
};

const bytesEach = 400_000;
const pieces = 'PATCH /central/photos/:upload';
const headBytes = 2_000;

/** What central may accept: each byte once, and every request's head. */
export function mostAccepted(sent: PhotosSent): number {
  const requests = sent.photos * Math.ceil(bytesEach / pieceBytes) + sent.cuts + 2 * sent.kills;
  return sent.bytesNeeded + requests * headBytes;
}

/** `every`: after so many photos central is killed, and the station restarted. */
export async function sendPhotos(
  databaseUrl: string,
  photos: number,
  every: number,
): Promise<PhotosSent> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-photos-'));
  await fillCentral({ kind: 'postgres', url: databaseUrl }, folder, (tools) => moveIn(tools));
  let central: CentralProcess = await startCentralProcess({ folder, databaseUrl });
  const proxy = await faultProxy(central.url);
  let station: Station = await aStation({
    central: { ...central, url: proxy.url },
  });
  let [kills, restarts] = [0, 0];
  try {
    await station.quiet();
    await station.sync.pausePhotos(true);
    const dora = await station.signIn('DORA01');
    const units = await count(dora, await receive(dora, caseId('case-1')));
    const ivan = await station.signIn('IVAN01');
    for (let n = 0; n < photos; n += 1) await photograph(ivan, units, aPicture(bytesEach));
    await until('commands are sent', async () => (await station.db.outbox.count()) === 0);
    cutPieces(proxy);
    await station.sync.pausePhotos(false);

    const verified = () => station.db.photos.where('state').equals('verified').count();
    const stored = () => station.db.photos.where('state').anyOf('stored', 'verified').count();
    for (let goal = every; goal < photos; goal += every) {
      await until(
        `${goal} photos are there`,
        keepOn(station, async () => (await stored()) >= goal),
        600_000,
      );
      const dead = central;
      await dead.kill();
      kills += 1;
      station = await station.restart();
      restarts += 1;
      central = await startCentralProcess({ folder, databaseUrl });
      proxy.target = central.url;
    }
    await until(
      'all are verified',
      keepOn(station, async () => (await verified()) === photos),
      600_000,
    );

    const store = await openPhotoStore({ kind: 'folder', folder: path.join(folder, 'photos') });
    let whole = 0;
    for (const sha256 of await station.db.photos.toCollection().primaryKeys()) {
      const hash = createHash('sha256');
      for await (const part of (await store.read(sha256))?.stream ?? [])
        hash.update(part as Buffer);
      if (hash.digest('hex') === sha256) whole += 1;
    }
    return {
      photos,
      whole,
      kills,
      restarts,
      cuts: proxy.happened.get('cutUp') ?? 0,
      bytesNeeded: photos * bytesEach,
      bytesSent: proxy.handedOn.get(pieces) ?? 0,
      bytesAccepted: proxy.accepted.get(pieces) ?? 0,
    };
  } finally {
    await station.close();
    await proxy.close();
    await central.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As the system says "online" now and then. */
function keepOn(station: Station, holds: () => Promise<boolean>): () => Promise<boolean> {
  let nudged = 0;
  return async () => {
    if (performance.now() - nudged > 500) {
      nudged = performance.now();
      station.sync.nudge();
    }
    return holds();
  };
}

/** One piece in five is cut at a random byte. */
function cutPieces(proxy: FaultProxy): void {
  const thrown = dice(13);
  proxy.fault = ({ method, length }): Fault =>
    method === 'PATCH' && thrown.below(5) === 0
      ? { kind: 'cutUp', after: thrown.below(length) }
      : { kind: 'none' };
}
