import { describe, expect, test } from 'vitest';
import { countUnits } from '../../renderer/actions/countUnits.ts';
import { holdCase } from '../../renderer/actions/holdCase.ts';
import { openCase } from '../../renderer/actions/openCase.ts';
import { releaseCase } from '../../renderer/actions/releaseCase.ts';
import { findByBarcode } from '../../renderer/queries/lists/findByBarcode.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { orderLinesBy } from '../../renderer/storage/packed/orderLinePacks.ts';
import type { StationDatabase } from '../../renderer/storage/stationDatabase.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';
import { receiveAsAnnounced } from '../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../builders/station/scanned.ts';
import { storedPapers, storedRows } from '../builders/station/storedCases.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { aPicture, approve, count, inspect, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(6);

/** What a station knows, without what is its own business (outbox, envelopes, photo bytes, revisions). */
async function knowledge(db: StationDatabase) {
  const shared = ['clients', 'contracts', 'policyVersions', 'sites'];
  const more = ['calendars', 'people', 'precedents', 'refunds', 'identifiers'];
  const tables = await Promise.all(
    [...shared, ...more].map(async (name) => {
      const rows: readonly object[] = await db.table(name).toArray();
      return [name, rows.map((row) => ({ ...row, revision: 0 }))] as const;
    }),
  );
  const rows = (await storedRows(db)).map((row) => ({ ...row, revision: 0 }));
  const facts = await db.facts.orderBy('id').toArray();
  const lineIds = (await db.orderLinePacks.orderBy('ids').uniqueKeys()).map(String);
  expect(lineIds.length).toBeGreaterThan(0);
  return {
    ...Object.fromEntries(tables),
    papers: await storedPapers(db),
    rows,
    orderLines: await orderLinesBy(db, lineIds),
    facts: facts.map(({ fact, acceptance, acceptedAt }) => ({ fact, acceptance, acceptedAt })),
  };
}

describe('Catching up', () => {
  test('a station from scratch knows the same as one that was there all along', async () => {
    const [approved, received, blind] = [aCase(), aCase(), 'NL-2026-0077'];
    const old = await aStation(central());
    const made = await inspect(old, approved);
    accepted(await approve(await old.signIn('SARA01'), made));
    const dora = await old.signIn('DORA01');
    await receive(dora, received);
    accepted(
      await receiveAsAnnounced(dora, {
        barcode: scanned(blind),
        raw: blind,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
    await old.quiet();
    await until('the refund is started', async () => {
      const view = await caseView(old.db, approved, now());
      return view?.file.state === 'refundStarted';
    });
    await old.quiet();

    const newcomer = await aStation(central());
    expect(await knowledge(newcomer.db)).toEqual(await knowledge(old.db));
    expect(await findByBarcode(newcomer.db, scanned(blind), now())).toMatchObject([
      { kind: 'blindArrival', by: { kind: 'tracking' } },
    ]);
  });

  test('a box received at one dock is known at the other, with who received it', async () => {
    const one = await aStation(central());
    const two = await aStation(central());
    const parcel = {
      barcode: scanned('NL-2026-0099'),
      raw: null,
      caseId: null,
      dock: 'D1',
      note: '',
    };
    const first = accepted(await receiveAsAnnounced(await one.signIn('DORA01'), parcel));
    await one.quiet();
    await two.quiet();
    expect(refusedWith(await receiveAsAnnounced(await two.signIn('IVAN01'), parcel))).toEqual({
      code: 'alreadyArrived',
      arrivalId: first.arrivalId,
      by: 'dora',
    });
  });

  test('a case opened for goods nobody announced is accepted, counted and held like any other', async () => {
    const station = await aStation(central());
    station.goOffline();
    const dora = await station.signIn('DORA01');
    const arrival = accepted(
      await receiveAsAnnounced(dora, {
        barcode: null,
        raw: null,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
    const opened = accepted(
      await openCase(dora, { clientId: null, arrivalId: arrival.arrivalId, note: 'no papers' }),
    );
    accepted(
      await countUnits(dora, {
        caseId: opened.caseId,
        arrivalId: arrival.arrivalId,
        returnLineId: null,
        article: { gtin: null, number: null, name: 'Unknown pump' },
        lot: null,
        serials: [],
        quantity: 2,
        identity: null,
        identifiedBy: 'manual',
        raw: null,
      }),
    );
    const held = accepted(
      await holdCase(dora, {
        caseId: opened.caseId,
        reason: 'awaitingClient',
        pausesClock: false,
        note: '',
      }),
    );
    const ivan = await station.signIn('IVAN01');
    const release = { caseId: opened.caseId, held, because: 'answered' as const, note: '' };
    station.goOnline();
    await station.quiet();
    const onHold = await caseView(station.db, opened.caseId, now());
    expect(onHold?.file.state).toBe('onHold');
    accepted(await releaseCase(ivan, release));
    await station.quiet();
    const view = await caseView(station.db, opened.caseId, now());
    expect(view?.file.state).toBe('received');
    expect(new Set(view?.acceptance.values())).toEqual(new Set(['accepted']));
    expect(await station.db.cases.get(opened.caseId)).toMatchObject({ rma: null });
    const bench = await worklist(station.db, 'bench', now());
    expect(bench.map((row) => row.caseId)).toContain(opened.caseId);
  });

  test('commands go first: while one waits, no further piece of a photo leaves', async () => {
    const theCase = aCase();
    const asked: string[] = [];
    const wire = { hold: async () => {} };
    const station = await aStation(central(), {
      fetch: async (input, init) => {
        const path = new URL(new Request(input).url).pathname;
        const method = init?.method ?? 'GET';
        if (method === 'PATCH') await wire.hold();
        asked.push(`${method} ${path.startsWith('/central/photos/') ? 'photo' : path}`);
        return await fetch(input, init);
      },
    });
    const arrival = await receive(await station.signIn('DORA01'), theCase);
    const ivan = await station.signIn('IVAN01');
    const units = await count(ivan, arrival);
    let pieces = 0;
    wire.hold = async () => {
      pieces += 1;
      // As the second piece is on its way, something is found.
      if (pieces === 2) {
        accepted(
          await holdCase(ivan, {
            caseId: theCase,
            reason: 'hazard',
            pausesClock: false,
            note: '',
          }),
        );
      }
    };
    await station.quiet();
    asked.length = 0;
    await photograph(ivan, units, aPicture(1_200_000));
    await station.quiet();
    const order = asked.filter((line) => /PATCH|commands/.test(line));
    const second = order.indexOf('PATCH photo', order.indexOf('PATCH photo') + 1);
    expect(order.slice(0, second + 2)).toEqual([
      'POST /central/commands',
      'PATCH photo',
      'PATCH photo',
      'POST /central/commands',
    ]);
    expect(order.filter((line) => line === 'PATCH photo')).toHaveLength(5);
  });
});
