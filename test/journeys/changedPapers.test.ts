import { expect, test } from 'vitest';
import { countUnits } from '../../renderer/actions/countUnits.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { changedSinceArrival } from '../../shared/cases/reading/changedSinceArrival.ts';
import { CaseId, ReturnLineId } from '../../shared/ids.ts';
import { ownIdOf } from '../../shared/office/externalId.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { until } from '../builders/station/until.ts';
import { article, client, contract, orderLine } from '../central/office/aManufacturer.ts';
import { type Answered, officeClient } from '../central/office/contract/officeClient.ts';
import type { BodyOfReturns } from '../central/office/contract/officeSchemas.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, find, finish, photograph, receive } from './aReturnAtWork.ts';

const { central } = centralOfThisFile(1);
const of = CaseId.parse(ownIdOf('returns', { source: 'erp', id: 'R-1' }));

const erp = (id: string) => ({ ref: { source: 'erp', id } });

/** As the company's ERP, which knows the document of the office and nothing else. */
async function said(answer: Promise<Answered<unknown>>): Promise<void> {
  const { ok, ...told } = await answer;
  if (!ok) throw new Error(JSON.stringify(told));
}

async function announce(quantity: number, reason: Reason): Promise<void> {
  const ask = officeClient(central().url, central().adminToken);
  const body = returned(quantity, reason);
  await said(ask('put', '/office/v1/returns/{ref}', { ...erp('R-1'), body }));
}

type Reason = BodyOfReturns['lines'][number]['reason'];
const line = { ...orderLine, price: '10', orderedQuantity: 10, shippedQuantity: 10 };
const returned = (quantity: number, reason: Reason): BodyOfReturns => ({
  rma: 'R 2026/00042',
  site: { source: 'quayside', id: 'site-1' },
  client: 'K 10/4711',
  application: {
    receivedAt: '2026-11-10T09:00:00Z',
    description: 'The shaft broke',
    evidence: [{ photoId: null, sha256: null, kind: 'photo', caption: 'The shaft' }],
  },
  review: { outcome: 'authorised', sentOn: '2026-11-11' },
  lines: [
    {
      id: 'L1',
      orderLine: 'A-2026-118/10',
      reason,
      requestedQuantity: quantity,
      approvedQuantity: quantity,
      wanted: 'refund',
    },
  ],
});

test('what the office changes after the goods came leaves the facts, is shown, and decides by today’s papers', async () => {
  const ask = officeClient(central().url, central().adminToken);
  await said(ask('put', '/office/v1/clients/{ref}', { ...erp('K 10/4711'), body: client }));
  await said(ask('put', '/office/v1/contracts/{ref}', { ...erp('V-1'), body: contract }));
  await said(ask('put', '/office/v1/articles/{ref}', { ...erp('KP-40/160'), body: article }));
  const sold = (price: string) => ({ ...erp('A-2026-118/10'), body: { ...line, price } });
  await said(ask('put', '/office/v1/order-lines/{ref}', sold('10')));
  await announce(10, 'defective');
  const station = await aStation(central());
  const known = async () => await caseView(station.db, of, now());
  await until('the return is announced', async () => (await known()) !== null);
  const arrival = await receive(await station.signIn('DORA01'), of);
  const bench = await station.signIn('IVAN01');
  const [announced] = (await known())?.file.returnCase.lines ?? [];
  const units = accepted(
    await countUnits(bench, {
      caseId: of,
      arrivalId: arrival.arrivalId,
      returnLineId: ReturnLineId.parse(announced?.id),
      article: { gtin: null, number: article.number, name: article.name },
      lot: null,
      serials: [],
      quantity: 10,
      identity: null,
      identifiedBy: 'scan',
      raw: null,
    }),
  );
  await station.quiet();
  const since = async () => {
    const view = await known();
    return view ? changedSinceArrival(view.file, view.orderLines) : [];
  };
  expect(await since()).toEqual([]);

  await announce(8, 'poorWorkmanship');
  await said(ask('put', '/office/v1/order-lines/{ref}', sold('9.5')));
  const query = { reason: 'Sent by mistake' };
  await said(ask('delete', '/office/v1/returns/{ref}', { ...erp('R-1'), query }));
  await until('it is known here', async () => (await since()).length === 4);
  expect(await since()).toMatchObject([
    { what: 'quantity', was: 10, now: 8 },
    { what: 'reason', was: 'defective', now: 'poorWorkmanship' },
    { what: 'invoiced', was: 10_000, now: 9500, currency: 'EUR' },
    { what: 'withdrawn' },
  ]);
  // Withdrawn or not, what came is here and is inspected and decided.
  const view = await known();
  expect([view?.file.state, view?.file.unitGroups[0]?.quantity]).toEqual(['received', 10]);
  const photo = await photograph(bench, { caseId: of, unitGroupId: units.unitGroupId });
  await find(bench, { caseId: of, unitGroupId: units.unitGroupId }, { photoIds: [photo.photoId] });
  const inspection = await finish(bench, of);
  await announce(8, 'poorWorkmanship');
  await until('announced again', async () =>
    (await since()).some(({ what }) => what === 'restored'),
  );
  expect((await since()).map(({ what }) => what)).toEqual([
    'quantity',
    'reason',
    'invoiced',
    'withdrawn',
    'restored',
  ]);
  const desk = await station.signIn('SARA01');
  accepted(
    await approve(desk, { units: { caseId: of, unitGroupId: units.unitGroupId }, inspection }),
  );
  await station.quiet();
  await until('it is paid', async () => (await known())?.file.state === 'refundStarted');
  // Eight of ten were authorised, at the price they cost today.
  expect((await known())?.refunds).toMatchObject([{ amount: 7600, currency: 'EUR' }]);
});
