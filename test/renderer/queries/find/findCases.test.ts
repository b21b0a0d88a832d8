import { describe, expect, test } from 'vitest';
import { whenHandsRead } from '../../../../renderer/queries/find/casesByPerson.ts';
import { casesNamed } from '../../../../renderer/queries/find/caseTexts.ts';
import { type Found, findCases, foundBy } from '../../../../renderer/queries/find/findCases.ts';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import { productRma } from '../../../../shared/barcodes/rma/rmaForm.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase, aReturnLine } from '../../../builders/cases/aCase.ts';
import { aClient } from '../../../builders/cases/aClient.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aRefund } from '../../../builders/cases/decidedFacts.ts';
import { caseId, clientId, orderLineId, siteId } from '../../../builders/cases/ids.ts';
import {
  aLoneStation,
  aPerson,
  type LoneStation,
  officeDocuments,
} from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../../builders/station/scanned.ts';

/** Twelve cases at least come as a page, fewer as rows of their own: both are looked through. */
const manyOthers = Array.from(
  { length: 12 },
  (_, n): Change => ({
    collection: 'cases',
    id: `other-${n}`,
    body: aCase({
      id: caseId(`other-${n}`),
      rma: `RMA-77${String(n).padStart(2, '0')}`,
      trackingNumbers: [`TRK900${n}`],
      lines: [],
    }),
  }),
);
const muller: readonly Change[] = [
  {
    collection: 'clients',
    id: 'client-2',
    body: aClient({ id: clientId('client-2'), name: 'Müller & Söhne GmbH' }),
  },
  {
    collection: 'orderLines',
    id: 'line-m',
    body: anOrderLine({
      id: orderLineId('line-m'),
      clientId: clientId('client-2'),
      orderNumber: 'AB-20 417',
      serials: ['SN-4711-A'],
      article: { number: 'VALVE-9', name: 'Ventil Größe 9', gtin: '09521101530018' },
    }),
  },
  {
    collection: 'cases',
    id: 'case-m',
    body: aCase({
      id: caseId('case-m'),
      rma: 'RMA-2026-0042',
      clientId: clientId('client-2'),
      trackingNumbers: ['1Z 999 AA1 01'],
      lines: [aReturnLine({ orderLineId: orderLineId('line-m') })],
    }),
  },
];

async function aFilledStation(more: readonly Change[] = []) {
  return await aLoneStation([...officeDocuments(), ...manyOthers, ...muller, ...more]);
}

async function sought(station: LoneStation, text: string): Promise<Found> {
  const found = await findCases(station.db, { text, rma: productRma }, station.clock.now());
  if (!found) throw new Error('nobody said that it is stale');
  return found;
}

const idsIn = (found: Found) =>
  foundBy.flatMap((by) => found[by].map(({ row }) => `${by} ${row.caseId}`));

describe('a case is found by whatever somebody on the telephone has of it', () => {
  test.each([
    ['RMA-2026-0042', 'number case-m'],
    ['rma 2026 0042', 'number case-m'],
    ['2026-0042', 'number case-m'],
    ['20260042', 'number case-m'],
    ['ab20417', 'number case-m'],
    ['AB-20 417', 'number case-m'],
    ['VALVE-9', 'number case-m'],
    ['09521101530018', 'number case-m'],
    ['sn4711a', 'number case-m'],
    ['SN-4711', 'number case-m'],
    ['1z999aa101', 'number case-m'],
    ['1Z999A', 'number case-m'],
    ['mueller', 'client case-m'],
    ['MÜLLER', 'client case-m'],
    ['sohne muller', 'client case-m'],
    ['ventil', 'goods case-m'],
    ['groesse', 'goods case-m'],
    ['muller ventil', 'goods case-m'],
  ])('%s', async (text, found) => {
    expect(idsIn(await sought(await aFilledStation(), text))).toContain(found);
  });

  test('one exact number stands alone; others that begin so come behind it', async () => {
    const station = await aFilledStation([
      {
        collection: 'cases',
        id: 'longer',
        body: aCase({ id: caseId('longer'), rma: 'RMA-77011' }),
      },
    ]);
    const { number } = await sought(station, 'RMA-7701');
    expect(number.map(({ row }) => row.caseId)).toEqual(['other-1', 'longer']);
  });

  test('who received it', async () => {
    const station = await aFilledStation();
    const jose = { ...aPerson('jose', 'dock'), name: 'José Ibáñez' };
    await applyChanges(
      station.db,
      {
        changes: [
          {
            collection: 'people',
            id: jose.personId,
            body: {
              id: jose.personId,
              name: jose.name,
              badge: jose.badge,
              roles: [...jose.roles],
              siteIds: [siteId('site-1')],
              active: true,
            },
          },
        ] as Change[],
      },
      station.clock.now(),
    );
    const receive = async (label: string) => {
      const parcel = { barcode: scanned(label), raw: label, dock: 'D1', note: '', caseId: null };
      accepted(await receiveAsAnnounced(station.as(jose), parcel));
    };
    await receive('TRK9003');
    const isRead = new Promise<void>((read) => {
      whenHandsRead(station.db, read);
    });
    // Facts are many: what else is found does not wait for them.
    expect(await sought(station, 'ibanez jose')).toMatchObject({ person: [], isLooking: true });
    await isRead;
    expect(idsIn(await sought(station, 'ibanez jose'))).toEqual(['person other-3']);
    await receive('TRK9004');
    const found = await sought(station, 'ibanez');
    expect(found.isLooking).toBe(false);
    expect(idsIn(found).toSorted()).toEqual(['person other-3', 'person other-4']);
  });

  test('nothing is found by nothing, nor by a word nobody has', async () => {
    const station = await aFilledStation();
    for (const text of ['', '  ', '--', 'zzzz'])
      expect(idsIn(await sought(station, text))).toEqual([]);
  });
});

test('what became of the refund is told with it, and what changes afterwards as well', async () => {
  const station = await aFilledStation();
  expect((await sought(station, 'mueller')).client[0]).toMatchObject({
    lists: ['dock'],
    outcome: null,
  });
  const refund = aRefund({ caseId: caseId('case-m'), amount: 55_120, state: 'due' });
  const tell = async (body: typeof refund) =>
    await applyChanges(
      station.db,
      { changes: [{ collection: 'refunds', id: body.id, body }] },
      station.clock.now(),
    );
  await tell(refund);
  expect((await sought(station, 'mueller')).client[0]?.outcome).toMatchObject({
    kind: 'refund',
    state: 'due',
    amount: 55_120,
  });
  await tell({ ...refund, state: 'acknowledged', startedAt: '2026-11-24T09:00:00Z' });
  expect((await sought(station, 'RMA20260042')).number[0]?.outcome).toMatchObject({
    state: 'acknowledged',
    startedAt: '2026-11-24T09:00:00Z',
  });
});

test('what nobody wants any more is not looked for to its end', async () => {
  const station = await aFilledStation();
  const { db, clock } = station;
  const old = { text: 'harbour', rma: productRma };
  expect(await findCases(db, old, clock.now(), () => true)).toBeUndefined();
  expect(await casesNamed(db, ['harbour'], 6, () => true)).toBeNull();
  expect(await casesNamed(db, ['harbour'], 6)).not.toHaveLength(0);
});

test.each([
  ['harbour', 'client'],
  ['rma', 'rma'],
  ['pump', 'goods'],
  ['harbour pump', 'goods'],
  ['harbour tools', 'client'],
])('%s is told of by the first part that says all of it: %s', async (text, by) => {
  const { db } = await aFilledStation();
  const named = await casesNamed(db, text.split(' '), 1);
  expect(named?.map((one) => one.by)).toEqual([by]);
});
