import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { expireFinishedCases } from '../../central/cases/sweeps/expireCases.ts';
import { silent } from '../../central/log.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import type { StationDatabase } from '../../renderer/storage/stationDatabase.ts';
import { recallCase } from '../../renderer/sync/pull/recallCase.ts';
import { centralClient } from '../../renderer/sync/transport/centralClient.ts';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { caseId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { aStation as aStationOf, type Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { moveIn } from '../central/aCompany.ts';
import { approve, find, inspect, receive } from './aReturnAtWork.ts';

const opening = Date.parse('2026-11-18T15:00:00.000Z');
const dayMs = 24 * 60 * 60_000;
const startedAt = performance.now();
let daysLater = 0;
const now = () => opening + daysLater * dayMs + Math.round(performance.now() - startedAt);

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral({
    now: () => new Date(now()),
    fill: async (tools) => {
      await moveIn(tools, 3);
    },
  });
}, 60_000);
afterAll(() => central.close());

async function aStation(): Promise<Station> {
  const station = await aStationOf({ central, now });
  onTestFinished(() => station.close());
  await station.quiet();
  return station;
}

/** So many days go by with the stations in touch; now and then central tidies up. */
async function daysGoBy(days: number, ...stations: readonly Station[]): Promise<number> {
  let left = 0;
  for (let gone = 0; gone < days; gone += 15) {
    daysLater += Math.min(15, days - gone);
    left += await expireFinishedCases({
      database: central.database,
      now: () => new Date(now()),
      log: silent,
    });
    for (const station of stations) await station.quiet();
  }
  return left;
}

/** Every table in which a case is still spoken of. */
async function tablesNaming(db: StationDatabase, id: string): Promise<readonly string[]> {
  const found = await Promise.all(
    db.tables.map(async (table) => {
      const text = JSON.stringify(await table.toArray());
      return text.includes(`"${id}"`) || text.includes(`:${id}"`) ? [table.name] : [];
    }),
  );
  return found.flat();
}

const recall = async (station: Station, rma: string) =>
  await recallCase(
    {
      db: station.db,
      now,
      central: centralClient((path, init) =>
        station.abilities.forward(new Request(`${appOrigin}${path}`, init)),
      ),
    },
    rma,
  );

describe('A finished case', () => {
  test('leaves every station after its time, comes back whole when it is needed, and goes again', async () => {
    const [finished, open] = [caseId('case-1'), caseId('case-2')];
    const station = await aStation();
    const made = await inspect(station, finished);
    accepted(await approve(await station.signIn('SARA01'), made));
    await receive(await station.signIn('DORA01'), open);
    await station.quiet();
    await until('the refund is started', async () => {
      return (await caseView(station.db, finished, now()))?.file.state === 'refundStarted';
    });

    expect(await daysGoBy(44, station)).toBe(0);
    expect(await caseView(station.db, finished, now())).not.toBeNull();
    expect(await daysGoBy(2, station)).toBe(1);
    await until('it has left', async () => {
      // Its pictures leave first, then the hourly round takes the rest.
      daysLater += 0.05;
      return (await tablesNaming(station.db, finished)).length === 0;
    });
    expect(await station.db.photos.count()).toBe(0);
    expect((await caseView(station.db, open, now()))?.file.state).toBe('received');
    expect((await station.db.meta.get('station'))?.leaving ?? []).toEqual([]);

    const newcomer = await aStation();
    expect(await tablesNaming(newcomer.db, finished)).toEqual([]);

    const byNumber = async (at: Station) =>
      (await at.db.identifiers.where('values').equals('RMA1001\trma').toArray()).map(
        ({ owner }) => owner,
      );
    expect(await byNumber(station)).toEqual([]);
    expect(await recall(station, 'RMA-1001')).toBe(true);
    expect(await byNumber(station)).toEqual(['case:case-1']);
    expect(await recall(station, 'RMA-9999')).toBe(false);
    const view = await caseView(station.db, finished, now());
    expect(view?.file).toMatchObject({
      state: 'refundStarted',
      heads: [made.inspection.verdictId],
    });
    expect(view?.refunds).toMatchObject([{ state: 'instructed' }]);

    // Nobody records anything: after a day it is gone again.
    daysLater += 1.1;
    await until('it has left again', async () => (await byNumber(station)).length === 0);

    // Somebody does: every station has it back, whole, and keeps it.
    expect(await recall(station, 'RMA-1001')).toBe(true);
    await find(await station.signIn('IVAN01'), made.units, { note: 'a second look' });
    await station.quiet();
    await newcomer.quiet();
    const there = await caseView(newcomer.db, finished, now());
    expect(there?.file.findings).toHaveLength(2);
    expect(there?.file.photos).toHaveLength(1);
    expect(there?.refunds).toHaveLength(1);
    await daysGoBy(3, station, newcomer);
    expect(await byNumber(station)).toEqual(['case:case-1']);
    expect(await byNumber(newcomer)).toEqual(['case:case-1']);
  });

  test('stays as long as something of it has not been sent, and what was not sent arrives', async () => {
    const finished = caseId('case-3');
    const station = await aStation();
    const other = await aStation();
    const made = await inspect(station, finished);
    accepted(await approve(await station.signIn('SARA01'), made));
    await station.quiet();
    await other.quiet();
    await daysGoBy(30, station, other);
    const ivan = await other.signIn('IVAN01');
    other.goOffline();
    const note = await find(ivan, made.units, { note: 'found later, offline' });
    // The case of the test before has its time here too.
    expect(await daysGoBy(17, station)).toBeGreaterThanOrEqual(1);
    other.goOnline();
    await until('what was found offline is sent', async () => {
      other.sync.nudge();
      return (await other.db.outbox.count()) === 0;
    });
    await other.quiet();
    expect((await other.db.facts.get(note.id))?.acceptance).toBe('accepted');
    await station.quiet();
    await until('the other station has it back', async () => {
      const view = await caseView(station.db, finished, now());
      return view?.file.findings.some((finding) => finding.id === note.id) === true;
    });
    expect((await caseView(station.db, finished, now()))?.file.arrivals).toHaveLength(1);
  });
});
