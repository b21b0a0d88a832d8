import { describe, expect, test } from 'vitest';
import type { ReturnCase } from '../../../../shared/facts/documents.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aDecision, aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import { caseId, siteId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aPhoto, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { rmaNumberOf } from '../../../builders/rmaNumberOf.ts';
import { aDock, label, soon } from './aDock.tsx';
import { pallet, papers, recorded, says, sscc } from './atTheDock.ts';

/*
 * Every way a return may stand × everything that may be scanned of it. Each cell: what is said, and,
 * where that is a question, what OK makes of it. None records anything without saying so.
 */
const rma = rmaNumberOf(2026, 7);
const serial = 'SN-000007';
const scans = { rma, tracking: label, sscc: pallet, serial, order: 'SO-1001' } as const;

const asked = 'Whose goods?';
const another = 'If this is another parcel of the return: OK.';
const statuses: Readonly<
  Record<string, { of: Partial<ReturnCase>; says: string; arrivals: readonly (string | null)[] }>
> = {
  'in time': { of: { expectedOn: '2026-11-20' }, says: 'Received', arrivals: ['case-1'] },
  late: { of: {}, says: 'Should have come on', arrivals: ['case-1'] },
  cancelled: {
    of: { cancelled: { reason: 'Withdrawn.' } },
    says: 'The office cancelled this return',
    arrivals: ['case-1'],
  },
  denied: {
    of: { review: { outcome: 'denied', sentOn: '2026-11-10' } },
    says: 'Denied in review',
    arrivals: ['case-1'],
  },
  'before its review': { of: { review: null }, says: 'Before its review', arrivals: ['case-1'] },
  'asked for more': {
    of: { review: { outcome: 'moreInformation', sentOn: '2026-11-10' } },
    says: 'Before its review',
    arrivals: ['case-1'],
  },
  'for another site': { of: { siteId: siteId('site-2') }, says: 'For another site', arrivals: [] },
  'for another site and cancelled': {
    of: { siteId: siteId('site-2'), cancelled: { reason: 'Withdrawn.' } },
    says: 'For another site',
    arrivals: [],
  },
};

const orderedWithSerial = (...changes: readonly Change[]) =>
  changes.map((change) =>
    change.collection === 'orderLines'
      ? { ...change, body: anOrderLine({ serials: [serial] }) }
      : change,
  );
const other = aCase({ id: caseId('case-2'), rma: 'OTHER-2', trackingNumbers: [], lines: [] });
const aDockFor = async (of: Partial<ReturnCase>, ...more: readonly Change[]) =>
  await aDock(
    [
      ...orderedWithSerial(
        ...papers(aCase({ rma, trackingNumbers: [label], ssccs: [sscc], ...of }), other),
      ),
      ...more,
    ],
    'OTHER-2',
  );
const arrivalsIn = async (dock: Awaited<ReturnType<typeof aDockFor>>) =>
  (await recorded(dock, 'arrival')).map((fact) => fact.caseId);

describe('A return that comes otherwise than announced', () => {
  for (const [status, { of, says: words, arrivals }] of Object.entries(statuses))
    test.each(Object.entries(scans))(`${status}, by its %s`, async (what, raw) => {
      const dock = await aDockFor(of);
      dock.scan(raw);
      if (what === 'serial') {
        await says(dock, asked);
        expect(await arrivalsIn(dock)).toEqual([]);
        dock.scan('QS-CMD-OK');
      }
      await says(dock, words);
      await expect.poll(() => arrivalsIn(dock), soon).toEqual(arrivals);
    });
});

describe('Goods kept without papers that turn out to be such a return', () => {
  const kept = async (of: Partial<ReturnCase>, ...more: readonly Change[]) => {
    const dock = await aDockFor(of, ...more);
    for (const raw of ['QS-CMD-OK', 'QS-CMD-OK']) dock.scan(raw);
    await says(dock, 'Kept as unexpected');
    dock.scan(rma);
    return dock;
  };

  test('a cancelled one is held, and UNDO takes back both', async () => {
    const dock = await kept({ cancelled: { reason: 'Withdrawn.' } });
    await says(dock, 'The office cancelled this return');
    expect(await recorded(dock, 'held')).toMatchObject([{ caseId: 'case-1', reason: 'cancelled' }]);
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Taken back');
    await expect.poll(async () => (await recorded(dock, 'correction')).length, soon).toBe(2);
    await says(dock, 'Whose goods are these?');
  });

  test('one for another site is refused in words, and they stay on the list', async () => {
    const dock = await kept({ siteId: siteId('site-2') });
    await says(dock, 'This belongs to another site.');
    expect(await recorded(dock, 'arrivalLinked')).toEqual([]);
  });

  test('a denied one says so', async () => {
    const dock = await kept({ review: { outcome: 'denied', sentOn: '2026-11-10' } });
    await says(dock, 'Denied in review');
    // A list of likely cases says the same before.
    await expect.poll(() => recorded(dock, 'arrivalLinked'), soon).toHaveLength(1);
  });
});

test('DAMAGED leaves what was said more exactly of the outside', async () => {
  const dock = await aDockFor({});
  dock.scan(label);
  await says(dock, 'Should have come on');
  dock.scan('QS-CMD-HAZARD');
  await says(dock, 'Stop. Do not handle.');
  dock.scan('QS-CMD-OK');
  dock.scan('QS-CMD-DAMAGED');
  await says(dock, 'Condition noted');
  expect(await recorded(dock, 'doorChecked')).toMatchObject([{ condition: 'leaking' }]);
});

describe('A return of which something is here', () => {
  const days = { today: '2026-11-18T16:00:00.000Z', 'another day': '2026-11-19T15:00:00.000Z' };
  for (const [day, now] of Object.entries(days))
    test.each(Object.entries(scans))(`since ${day}, by its %s`, async (what, raw) => {
      const dock = await aDockFor({});
      dock.scan(label);
      await says(dock, 'Should have come on');
      dock.scan('QS-CMD-DONE');
      await says(dock, 'Parcel set down');
      dock.station.clock.set(now);
      dock.scan(raw);
      if (what === 'serial') {
        await says(dock, asked);
        dock.scan('QS-CMD-OK');
      }
      const isSameBox = what === 'tracking' && day === 'today';
      await says(dock, isSameBox ? 'The first record stands.' : another);
      expect(await arrivalsIn(dock)).toEqual(['case-1']);
      dock.scan('QS-CMD-OK');
      const after = isSameBox ? ['case-1'] : ['case-1', 'case-1'];
      await expect.poll(() => arrivalsIn(dock), soon).toEqual(after);
    });
});

describe('A return that was decided', () => {
  const before = anArrival({ trackingNumber: 'OLD-BOX', sscc: null, raw: 'OLD-BOX' });
  const facts = [
    before,
    aUnitGroup(),
    aFinding(),
    aPhoto(),
    aFinishedInspection(),
    aDecision(),
  ].map(
    (fact) =>
      ({ collection: 'facts', id: fact.id, body: { fact, acceptedAt: fact.at.utc } }) as const,
  );
  const grant = { collection: 'grants', id: aGrant().id, body: aGrant() } as const;

  test.each(Object.entries(scans))('by its %s', async (what, raw) => {
    const dock = await aDockFor({}, ...facts, grant);
    dock.scan(raw);
    if (what === 'serial') {
      await says(dock, asked);
      dock.scan('QS-CMD-OK');
    }
    if (what !== 'tracking') {
      await says(dock, another);
      dock.scan('QS-CMD-OK');
    }
    await says(dock, 'Decided before');
    await expect.poll(() => arrivalsIn(dock), soon).toEqual(['case-1', 'case-1']);
    const row = await dock.station.db.caseRows.get('case-1');
    expect(row?.lists).toContain('bench');
  });
});
