/**
 * node test/faults/station/stationProcess.ts FOLDER CENTRAL_URL DATABASE_NAME [CODE]
 *
 * A station without Electron, as a process of its own that may be killed: its journal, vault and
 * record lie in the folder, its IndexedDB is lost with the process (the worst a browser engine does).
 */
import 'fake-indexeddb/auto';
import { flushCompileCache } from 'node:module';
import { createAbilities } from '../../../electron/main/createAbilities.ts';
import { noKeyring } from '../../../electron/main/machine/keyring.ts';
import { refreshAllCases } from '../../../renderer/cases/refreshAllCases.ts';
import { newId } from '../../../renderer/recording/actionContext.ts';
import { startStation } from '../../../renderer/station/startStation.ts';
import { startSync } from '../../../renderer/sync/startSync.ts';
import { appOrigin } from '../../../shared/desktop/desktopApi.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { storedPapers } from '../../builders/station/storedCases.ts';
import { until } from '../../builders/station/until.ts';
import { count, receive } from '../../journeys/aReturnAtWork.ts';
import { stationHolds } from '../agreement.ts';
import { dice } from '../dice.ts';
import { type Said, type Told, ToStation } from './stationProcesses.ts';

const [folder = '', centralUrl = '', name = '', code] = process.argv.slice(2);
process.once('disconnect', () => process.exit(0));

const abilities = await createAbilities({
  locksByItself: false,
  folder,
  keyring: noKeyring,
  centralUrl,
  plainHttp: true,
  fetch,
  minimumFreeBytes: 0,
});
const { desktop } = abilities;
if (code !== undefined) {
  accepted(await desktop.enrolStation({ centralUrl, code, stationName: name }));
  await desktop.refreshPeople({});
}
const { bootId, enrolment, journal } = await desktop.stationState({});
if (enrolment === null) throw new Error('not enrolled');
const clock = { now: Date.now, monotonicMs: () => performance.now(), bootId };
const { db } = accepted(await startStation(desktop, Date.now(), name));
await refreshAllCases(db, () => new Date().toISOString());
const sync = startSync({
  db,
  desktop,
  clock,
  fetch: (at, init) => abilities.forward(new Request(`${appOrigin}${at}`, init)),
  everyMs: 250,
});
const person = accepted(await desktop.signIn({ badge: 'DORA01', pin: '123456' }));
const dora = { db, desktop, clock, person, enrolment, newId };
const thrown = dice(journal.lastSequence * 31 + name.length);

/** Parcels for any case, and counts of any parcel that is known here, whoever received it. */
async function saveOne(): Promise<string> {
  const arrivals = await db.facts.filter(({ kind }) => kind === 'arrival').toArray();
  const parcels = arrivals.flatMap(({ fact }) => (fact.kind === 'arrival' ? [fact] : []));
  if (parcels.length > 0 && thrown.below(3) === 0)
    return (await count(dora, thrown.one(parcels), 1)).id;
  const cases = await storedPapers(db);
  return (await receive(dora, thrown.one(cases).id)).id;
}

/** Nothing waits, and central was asked once more after that. */
async function quiet(): Promise<void> {
  await until(
    'everything is sent',
    nudging(async () => (await db.outbox.count()) === 0),
  );
  const asked = (await db.meta.get('station'))?.lastContact;
  await until(
    'central was asked once more',
    nudging(async () => {
      const last = (await db.meta.get('station'))?.lastContact;
      return sync.status().reached === true && last !== undefined && last !== asked;
    }),
  );
}

/** As the system says "online" when the line is back. */
function nudging(holds: () => Promise<boolean>): () => Promise<boolean> {
  let nudged = 0;
  return async () => {
    if (performance.now() - nudged > 200) {
      nudged = performance.now();
      sync.nudge();
    }
    return await holds();
  };
}

async function follow(told: Told): Promise<void> {
  switch (told.kind) {
    case 'save':
      for (let n = 0; n < told.facts; n += 1) tell({ kind: 'saved', id: await saveOne() });
      return;
    case 'beQuiet':
      return await quiet();
    case 'stopSync':
      return await sync.stop();
    case 'report': {
      const { lastSequence } = (await desktop.stationState({})).journal;
      tell({
        kind: 'holds',
        holds: await stationHolds(db, dora.enrolment.stationId, lastSequence),
      });
    }
  }
}

function tell(said: Said): void {
  process.send?.(said);
}

process.on('message', (message) => {
  void follow(ToStation.parse(message)).then(
    () => tell({ kind: 'done' }),
    (failure: unknown) => tell({ kind: 'failed', why: String(failure) }),
  );
});
// A killed process would not leave it for the next one.
flushCompileCache();
tell({ kind: 'done' });
