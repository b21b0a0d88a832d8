import { describe, expect, test, vi } from 'vitest';
import { ownersUnder } from '../../../renderer/storage/packed/identifierIndex.ts';
import { keyOf } from '../../../renderer/storage/packed/identifierKey.ts';
import { personWaits } from '../../../renderer/storage/peopleFirst.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { aClient } from '../../builders/cases/aClient.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { caseId, orderLineId, returnLineId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { storedRows } from '../../builders/station/storedCases.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const caseChange = (n: number) => {
  const body = aCase({
    id: caseId(`many-${n}`),
    rma: `RMA-${5000 + n}`,
    lines: [aReturnLine({ orderLineId: orderLineId(`many-line-${n}`) })],
  });
  return { collection: 'cases', id: body.id, body } satisfies Change;
};

const lineChange = (n: number, edition: string): Change => {
  const body = anOrderLine({
    id: orderLineId(`many-line-${n}`),
    orderNumber: `SO-${edition}-${n}`,
    serials: [`SN-${edition}-${n}`],
    article: { ...anOrderLine().article, name: `Pump ${edition}` },
  });
  return { collection: 'orderLines', id: body.id, body };
};

/** A station that has pulled page by page what central told in between. */
async function afterPulling(...tellings: readonly (readonly Change[])[]) {
  const central = smallCentral(officeDocuments());
  const station = await aLoneStation([]);
  const parts = syncPartsOf(station, central);
  await pullChanges(parts);
  for (const changes of tellings) {
    central.feed.push(...changes);
    await pullChanges(parts);
  }
  const rows = await storedRows(station.db);
  return {
    rows: rows.map((row) => ({ ...row, revision: 0 })),
    found: await Promise.all(
      numbers(40).map(async (n) => {
        const serials = ['A', 'B'].map((edition) => keyOf(`SN${edition}${n}`, 'serial'));
        return (await ownersUnder(station.db, serials)).map((row) => [row.owner, row.values]);
      }),
    ),
  };
}

const cases = numbers(40).map(caseChange);
const lines = (edition: string) => numbers(40).map((n) => lineChange(n, edition));

describe('Pulling many cases', () => {
  test('shows the same in whatever order they and their order lines came', async () => {
    const together = await afterPulling([...lines('A'), ...cases]);
    expect(together.rows.find((row) => row.caseId === 'many-7')?.articles).toEqual(['Pump A']);
    expect(together.found[7]).toMatchObject([
      ['case:many-7', expect.arrayContaining([keyOf('SOA7', 'order')])],
    ]);
    expect(await afterPulling(cases, lines('A'))).toEqual(together);
    expect(await afterPulling(lines('A'), cases)).toEqual(together);
    expect(await afterPulling(cases, lines('B'), lines('A'))).toEqual(together);
    expect(await afterPulling([...lines('B'), ...cases], lines('A').slice(20), lines('A'))).toEqual(
      together,
    );
    const half = numbers(20).map((n): Change => ({ ...lineChange(n, 'A'), body: null }));
    expect(await afterPulling([...lines('A'), ...cases], half, lines('A').slice(0, 20))).toEqual(
      together,
    );
  });

  test('shows the same in whatever order they and the papers of the office came', async () => {
    const client: Change = {
      collection: 'clients',
      id: 'client-1',
      body: aClient({ name: 'Harbour Tools Inc' }),
    };
    const contract: Change = {
      collection: 'contracts',
      id: 'contract-1:1',
      body: aContract({ currency: 'EUR' }),
    };
    const policy: Change = {
      collection: 'policyVersions',
      id: 'policy-1',
      body: aPolicy({ targets: { verdictByDay: 1, approvalByDay: 2, redOnDay: 3 } }),
    };
    const before = await afterPulling([client, contract, policy], [...lines('A'), ...cases]);
    for (const change of [client, contract, policy]) {
      const others = [client, contract, policy].filter((one) => one !== change);
      expect(await afterPulling([...others, ...lines('A'), ...cases], [change])).toEqual(before);
    }
  });

  test('asks for a page while the one before is stored, and stores that one whatever comes of it', async () => {
    const central = smallCentral([
      ...officeDocuments(),
      ...numbers(1100).map((n) => lineChange(n, 'A')),
    ]);
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    const cursors: unknown[] = [];
    const pull: typeof parts.central.pull = async (query) => {
      cursors.push((await station.db.meta.get('station'))?.cursor);
      if (query.cursor === '500') central.rules.offline = true;
      return await parts.central.pull(query);
    };
    const told = pullChanges({ ...parts, central: { ...parts.central, pull } });
    await expect(told).rejects.toThrow('fetch failed');
    expect(cursors).toEqual([undefined, undefined]);
    expect((await station.db.meta.get('station'))?.cursor).toBe('500');
    central.rules.offline = false;
    await pullChanges(parts);
    expect((await station.db.meta.get('station'))?.cursor).toBe(String(central.feed.length));
  });

  test('makes each list row twice at most, however many pages its order lines come on', async () => {
    const many = numbers(300);
    const editions = [0, 1_000, 2_000];
    const withThreeLines = many.map((n): Change => {
      const { body } = caseChange(n);
      const announced = editions.map((edition) =>
        aReturnLine({
          id: returnLineId(`line-${edition}`),
          orderLineId: orderLineId(`many-line-${n + edition}`),
        }),
      );
      return { collection: 'cases', id: body.id, body: { ...body, lines: announced } };
    });
    const theirLines = editions.flatMap((edition) => many.map((n) => lineChange(n + edition, 'A')));
    const central = smallCentral([...officeDocuments(), ...withThreeLines, ...theirLines]);
    const station = await aLoneStation([]);
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await pullChanges(syncPartsOf(station, central));
    const written = puts.mock.contexts.filter(
      (store) => store instanceof IDBObjectStore && store.name === 'caseRows',
    ).length;
    puts.mockRestore();
    const rows = await storedRows(station.db);
    expect(rows.flatMap((row) => row.documents)).toEqual([]);
    expect(written).toBeLessThanOrEqual(2 * rows.length);
  });

  test('goes on with the rows of a catch-up that was broken off', async () => {
    const central = smallCentral([
      ...officeDocuments(),
      ...cases,
      ...numbers(900).map((n) => lineChange(n, 'A')),
    ]);
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    const pull: typeof parts.central.pull = async (query) => {
      if (query.cursor === '500') central.rules.offline = true;
      return await parts.central.pull(query);
    };
    const brokenOff = pullChanges({ ...parts, central: { ...parts.central, pull } });
    await expect(brokenOff).rejects.toThrow('fetch failed');
    central.feed.splice(500);
    central.rules.offline = false;
    await pullChanges(parts);
    const rows = (await storedRows(station.db)).filter((row) => row.caseId.startsWith('many-'));
    expect(rows.map((row) => row.articles)).toEqual(cases.map(() => ['Pump A']));
  });

  test('goes on with a first pull that was broken off, after the station was started again', async () => {
    const central = smallCentral([
      ...officeDocuments(),
      ...numbers(1500).map(caseChange),
      ...numbers(1500).map((n) => lineChange(n, 'A')),
    ]);
    const station = await aLoneStation([]);
    const parts = syncPartsOf(station, central);
    const pull: typeof parts.central.pull = async (query) => {
      if (query.cursor === '1000') central.rules.offline = true;
      return await parts.central.pull(query);
    };
    const brokenOff = pullChanges({ ...parts, central: { ...parts.central, pull } });
    await expect(brokenOff).rejects.toThrow('fetch failed');
    const kept = { barcode: null, raw: 'KEPT-1', caseId: null, dock: 'D1', note: '' };
    accepted(await receiveAsAnnounced(station.as(dora), kept));
    const again = await station.restart();
    central.rules.offline = false;
    await sendOutbox(syncPartsOf(again, central));
    await pullChanges(syncPartsOf(again, central));
    const rows = (await storedRows(again.db)).filter((row) => row.caseId.startsWith('many-'));
    expect(rows.map((row) => row.articles)).toEqual(numbers(1500).map(() => ['Pump A']));
    expect(central.heard.map(({ fact }) => fact.kind)).toEqual(['arrival']);
  });

  test('says how far a catch-up has come that takes its time, and when it is over', async () => {
    const central = smallCentral(numbers(2_300).map((n) => lineChange(n, 'A')));
    const station = await aLoneStation([]);
    const told: unknown[] = [];
    const parts = { ...syncPartsOf(station, central), brought: (far: unknown) => told.push(far) };
    await pullChanges(parts);
    const all = 2_300;
    const whole = [500, 1_000, 1_500, 2_000].map((done) => ({ done, all }));
    expect(told).toEqual([...whole, null]);
    central.feed.push(lineChange(1, 'B'));
    await pullChanges(parts);
    expect(told).toHaveLength(5);
  });

  test('takes a page over in parts while somebody works, and none while one of their acts is under way', async () => {
    const central = smallCentral([
      ...officeDocuments(),
      ...numbers(200).map((n) => lineChange(n, 'A')),
    ]);
    const station = await aLoneStation([]);
    // However long this takes here, for the person no time goes by.
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    let act = () => {};
    personWaits(station.db, new Promise<void>((resolve) => (act = resolve)));
    const pulling = pullChanges(syncPartsOf(station, central));
    await expect.poll(() => central.requests.length).toBeGreaterThan(0);
    expect(await station.db.orderLinePacks.count()).toBe(0);
    act();
    await pulling;
    // Two hundred in one go would be a pack; each part is one of its own.
    expect(await station.db.orderLinePacks.count()).toBeGreaterThan(2);
    now.mockRestore();
  });
});
