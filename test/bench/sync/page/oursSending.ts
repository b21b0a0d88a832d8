/** The station's own synchronisation and photographs, as the application runs them. */

import { takePhoto } from '../../../../renderer/actions/takePhoto.ts';
import { storeCommands } from '../../../../renderer/recording/storeCommands.ts';
import { withAcks } from '../../../../renderer/storage/ackRanges.ts';
import type { StationDatabase } from '../../../../renderer/storage/stationDatabase.ts';
import { pullChanges } from '../../../../renderer/sync/pull/pullChanges.ts';
import { sendOutbox } from '../../../../renderer/sync/push/sendOutbox.ts';
import { centralClient, type Fetch } from '../../../../renderer/sync/transport/centralClient.ts';
import type { SyncDeps, SyncDesktop } from '../../../../renderer/sync/transport/syncDeps.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import { caseId, unitGroupId } from '../../../builders/cases/ids.ts';
import { officePapers } from '../../../builders/cases/officePapers.ts';
import { storedRows } from '../../../builders/station/storedCases.ts';
import { benchCase, benchTime, casesOnTheBench, numbers, pagesOf, returnsOf } from '../goods.ts';
import { looseContext, openedStorage, takeOver } from './benchStation.ts';
import { keeping } from './heap.ts';
import { given } from './overHttp.ts';
import { verify, type Work } from './work.ts';

export const quietDesktop: SyncDesktop = {
  settleCommands: async () => ({}),
  reportUnsent: async () => ({}),
  refreshPeople: async () => ({ refreshed: false }),
  keptPhotos: async () => [],
  readPhoto: async () => null,
  letPhotoGo: async () => ({}),
};

/** As the shell forwards: to one central, with the station's token. */
export function fetchFrom({ url = '', token = '' }: Readonly<Record<string, string>>): Fetch {
  return (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(`${url}${path}`, { ...init, headers });
  };
}

function partsFor(db: StationDatabase, at: Readonly<Record<string, string>>): SyncDeps {
  return {
    db,
    desktop: quietDesktop,
    central: centralClient(fetchFrom(at)),
    now: () => benchTime,
    heard: () => {},
  };
}

function casesAlone(count: number): readonly Change[] {
  return numbers(count).map((n) => ({ collection: 'cases', id: `case-${n}`, body: benchCase(n) }));
}

export const push: Work = async ({ count, at }) => {
  const db = await openedStorage();
  await takeOver(db, [...officePapers(), ...casesAlone(returnsOf(count))]);
  const commands = await given<Command[]>(at['commands']);
  for (const page of pagesOf(commands, 1000))
    await storeCommands(db, page, new Date(benchTime).toISOString());
  verify('waiting', await db.outbox.count(), count);
  const start = performance.now();
  await sendOutbox(partsFor(db, at));
  const ms = [performance.now() - start];
  verify('waiting', await db.outbox.count(), 0);
  verify('refused', await db.refused.count(), 0);
  const rows = await withAcks(db, await db.facts.toArray());
  verify('accepted', rows.filter((row) => row.acceptance === 'accepted').length, count);
  return { ms };
};

export const pull: Work = async ({ count, at }) => {
  const db = await openedStorage();
  await takeOver(db, [...officePapers(), ...casesAlone(returnsOf(count))]);
  const start = performance.now();
  await pullChanges(partsFor(db, at));
  const ms = [performance.now() - start];
  verify('facts', await db.facts.count(), count);
  const atBench = (await storedRows(db)).filter(({ lists }) => lists.includes('bench'));
  verify('inspecting', atBench.length, returnsOf(count));
  return { ms };
};

/** The whole act of taking a picture: hashed, kept, its fact recorded. */
export const photos: Work = async ({ count }) => {
  const db = await openedStorage();
  const cases = Math.ceil(count / 10);
  await takeOver(db, [...officePapers(), ...casesOnTheBench(cases)]);
  const context = looseContext(db);
  const kept = await keeping(count, async (n, bytes) => {
    const place = 1 + (n % cases);
    const taken = await takePhoto(context, {
      caseId: caseId(`case-${place}`),
      subject: { kind: 'unitGroup', unitGroupId: unitGroupId(`group-${place}`) },
      shot: 'defectCloseUp',
      bytes,
      mediaType: 'image/jpeg',
      width: 1280,
      height: 720,
    });
    if (!taken.ok) throw new Error(taken.refusal.code);
  });
  verify('photos', await db.photoBytes.count(), count);
  return kept;
};
