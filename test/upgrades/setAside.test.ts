import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { setStationValues, stationValues } from '../../renderer/storage/meta.ts';
import { orderLinesBy } from '../../renderer/storage/packed/orderLinePacks.ts';
import { OrderLine, ReturnCase, Site } from '../../shared/facts/documents.ts';
import { ArrivalFact, Fact } from '../../shared/facts/fact.ts';
import { contractVersion } from '../../shared/sync/centralApi.ts';
import { readTolerantly } from '../../shared/sync/tolerant.ts';
import { aCase } from '../builders/cases/aCase.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { caseId, orderLineId } from '../builders/cases/ids.ts';
import { aFinding } from '../builders/cases/recordedFacts.ts';
import { aHandOver, aTaking } from '../builders/cases/takings.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import { aSite, moveIn } from '../central/aCompany.ts';
import { aStation, now } from '../journeys/aCentral.ts';
import { receive } from '../journeys/aReturnAtWork.ts';

const pack = { gtin: '19521101530008', quantity: 12 };

/** Sealed: what a station of contract 1 made of an article and a return's number. */
const article1 = z.strictObject({
  number: z.string().max(40).min(1),
  name: z.string().max(200).min(1),
  gtin: z.string().regex(/^\d{14}$/),
});
const { price: _price, ...fields } = OrderLine.shape;
const orderLine1 = z.strictObject({
  ...fields,
  article: article1,
  shippedArticle: article1.optional(),
});
const case1 = z.strictObject({ ...ReturnCase.shape, rma: z.string().max(20).nullable() });
const { rma: _rma, ...siteFields } = Site.shape;
const site1 = z.strictObject(siteFields);

describe('A station of contract 1', () => {
  test('reads whatever it could read of a company’s own data', () => {
    const { article } = anOrderLine();
    const line = anOrderLine({
      article: { ...article, gtins: [pack] },
      price: { amount: '0.1234', per: 1 },
    });
    expect(readTolerantly(orderLine1, line)).toEqual({
      ok: true,
      value: anOrderLine({ article }),
    });
    const own = { pattern: 'R-######', check: 'mod10', prefixes: ['RET:'] };
    expect(readTolerantly(site1, { ...aSite('site-1'), rma: own })).toEqual({
      ok: true,
      value: aSite('site-1'),
    });
    expect(readTolerantly(case1, aCase({ rma: 'R-004711' })).ok).toBe(true);
  });

  test('sets aside an article without a GTIN and a longer number, and nothing else', () => {
    const { article } = anOrderLine();
    const line = anOrderLine({ article: { ...article, gtin: null } });
    expect(readTolerantly(orderLine1, line).ok).toBe(false);
    expect(OrderLine.safeParse(line).success).toBe(true);
    const long = aCase({ rma: 'RETURN/2026/NEWARK/0004711' });
    expect(readTolerantly(case1, long).ok).toBe(false);
    expect(ReturnCase.safeParse(long).success).toBe(true);
  });
});

/** Sealed: the kinds of fact a station of contract 3 knew. */
const unknownTo3 = ['caseTaken', 'caseHandedOver'];
const facts3 = Fact.options.filter(({ shape }) => !unknownTo3.includes(shape.kind.value));
const [first3, ...others3] = facts3;
const fact3 = z.discriminatedUnion('kind', first3 ? [first3, ...others3] : [ArrivalFact]);

test('A station of contract 3 sets aside who has a case, and no record of the goods', () => {
  for (const fact of [aTaking(), aHandOver()]) {
    expect(readTolerantly(fact3, fact).ok).toBe(false);
    expect(readTolerantly(Fact, fact)).toEqual({ ok: true, value: fact });
  }
  expect(readTolerantly(fact3, aFinding())).toEqual({ ok: true, value: aFinding() });
});

describe('What a station of before set aside', () => {
  let central: CentralInMemory;
  beforeAll(async () => {
    central = await startCentral({
      now: () => new Date(now()),
      fill: async (tools) => {
        await moveIn(tools, 2);
        const { article } = anOrderLine();
        const body = anOrderLine({
          id: orderLineId('order-line-1'),
          article: { ...article, gtin: null, gtins: [pack] },
        });
        await tools.putDocuments([{ collection: 'orderLines', body }]);
      },
    });
  });
  afterAll(() => central.close());

  test('holds up nothing there, is named, and comes by itself once the station is newer', async () => {
    const isOld = { now: true };
    const station = await aStation(central, {
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        const { pathname } = new URL(new Request(input).url);
        if (!isOld.now || pathname !== '/central/changes') return answer;
        // As unreadable to this build as null was to the one before.
        const body = (await answer.text()).replaceAll('"gtin":null', '"gtin":0');
        return new Response(body, { status: answer.status, headers: answer.headers });
      },
    });
    const lineOf = async (of: typeof station) =>
      (await orderLinesBy(of.db, [orderLineId('order-line-1')]))[0];
    expect(await lineOf(station)).toBeUndefined();
    expect(await stationValues(station.db)).toMatchObject({
      unread: { contractVersion, changes: 1 },
    });
    // Its case is here, and so are the others with their lines; the door does not wait.
    await receive(await station.signIn('DORA01'), caseId('case-1'));
    const view = await caseView(station.db, caseId('case-1'), now());
    expect(view).toMatchObject({ orderLines: [], file: { state: 'received' } });
    const other = await caseView(station.db, caseId('case-2'), now());
    expect(other?.orderLines).toHaveLength(1);

    await setStationValues(station.db, { unread: { contractVersion: 1, changes: 1 } });
    isOld.now = false;
    const updated = await station.restart();
    await updated.quiet();
    expect(await lineOf(updated)).toMatchObject({ article: { gtin: null, gtins: [pack] } });
    const known = await caseView(updated.db, caseId('case-1'), now());
    expect(known?.orderLines).toHaveLength(1);
    expect((await stationValues(updated.db)).unread?.changes).toBe(0);
  });
});
