import { expect, test } from 'vitest';
import { findByForms } from '../../../../renderer/queries/lists/findByBarcode.ts';
import { readScan } from '../../../../shared/barcodes/scan.ts';
import type { FactOf } from '../../../../shared/facts/fact.ts';
import type { OrderedArticle } from '../../../../shared/facts/orderedArticle.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, orderLineId } from '../../../builders/cases/ids.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { aBench } from '../bench/aBench.tsx';
import { aDock, label, soon } from './aDock.tsx';

const carton = '19521101530008';
const bracket = { number: 'HX-4711/B', name: 'Mounting bracket', gtin: null };

/** The return of one article, expected under `label`, and whatever else. */
function announcing(article: OrderedArticle, ...more: readonly Change[]): readonly Change[] {
  return officeDocuments()
    .map((change): Change => {
      if (change.collection === 'orderLines')
        return { ...change, body: anOrderLine({ article, lot: null }) };
      return change.collection === 'cases'
        ? { ...change, body: aCase({ trackingNumbers: [label] }) }
        : change;
    })
    .concat(more);
}

async function countsOf(station: Awaited<ReturnType<typeof aDock>>['station']) {
  const facts = (await station.db.facts.toArray()).map((row) => row.fact);
  return facts.filter((f): f is FactOf<'unitsCounted'> => f.kind === 'unitsCounted');
}

test('the dock counts an article without a GTIN by its number, and shows that number', async () => {
  const dock = await aDock(announcing(bracket));
  dock.scan(label);
  await expect.poll(dock.text, soon).toContain('Received');
  dock.scan(']C0HX-4711/B');
  await expect.poll(dock.text, soon).toContain('1 of 10');
  await expect.poll(dock.text, soon).toContain('Mounting bracketHX-4711/B');
  dock.scan('PHX-4711/B');
  await expect.poll(dock.text, soon).toContain('2 of 10');
  await dock.type('hx-4711/b');
  await expect.poll(dock.text, soon).toContain('3 of 10');
  const counts = await countsOf(dock.station);
  expect(counts.map((c) => [c.article.gtin, c.article.number, c.identity])).toEqual(
    [1, 2, 3].map(() => [null, 'HX-4711/B', 'match']),
  );
  expect(new Set(counts.map((c) => c.unitGroupId)).size).toBe(1);
  for (const slot of document.querySelectorAll('code')) expect(slot.textContent).not.toBe('');
});

test('a carton of it is found by the carton’s own GTIN, and counts as what is in it', async () => {
  const dock = await aDock(announcing({ ...bracket, gtins: [{ gtin: carton, quantity: 4 }] }));
  const { forms } = readScan(`]C101${carton}`, 2026);
  const found = await findByForms(dock.station.db, forms, dock.station.clock.now());
  expect(found).toMatchObject([{ kind: 'case', row: { caseId: 'case-1' }, by: { kind: 'gtin' } }]);
  dock.scan(`]C101${carton}`);
  await expect.poll(dock.text, soon).toContain('Parcel firstScan the parcel');
  dock.scan(label);
  await expect.poll(dock.text, soon).toContain('Received');
  dock.scan(`]C101${carton}`);
  await expect.poll(dock.text, soon).toContain('4 of 10');
  dock.scan(`]I1${carton}`);
  await expect.poll(dock.text, soon).toContain('8 of 10');
  const counts = await countsOf(dock.station);
  expect(counts.map((c) => [c.article.number, c.quantity, c.identity])).toEqual(
    [1, 2].map(() => ['HX-4711/B', 4, 'match']),
  );
});

test('what came without papers is counted under the number and in the packs of other orders', async () => {
  const other = anOrderLine({
    id: orderLineId('order-line-2'),
    article: {
      number: 'BOX-9',
      name: 'Junction box',
      gtin: null,
      gtins: [{ gtin: carton, quantity: 6 }],
    },
  });
  const paper = aCase({ id: caseId('case-2'), rma: 'RET-2', trackingNumbers: [], ssccs: [] });
  const [line] = paper.lines;
  const body = { ...paper, lines: line ? [{ ...line, orderLineId: other.id }] : [] };
  const more: readonly Change[] = [
    { collection: 'orderLines', id: other.id, body: other },
    { collection: 'cases', id: 'case-2', body },
  ];
  const dock = await aDock(announcing(bracket, ...more));
  dock.scan(label);
  await expect.poll(dock.text, soon).toContain('Received');
  dock.scan('BOX-9');
  await expect.poll(dock.text, soon).toContain('Counted, set apart');
  dock.scan(`]C101${carton}`);
  await expect.poll(async () => (await countsOf(dock.station)).length, soon).toBe(2);
  const counts = await countsOf(dock.station);
  expect(
    counts.map(({ article, quantity, identity }) => ({ article, quantity, identity })),
  ).toEqual(
    [1, 6].map((quantity) => ({
      article: { gtin: null, number: 'BOX-9', name: 'Junction box' },
      quantity,
      identity: 'mismatch_class',
    })),
  );
  expect(await dock.kinds()).not.toContain('correction');
});

test('the bench counts it too, and has no empty slot where a GTIN would stand', async () => {
  const bench = await aBench(announcing(bracket));
  await bench.receive(label);
  bench.scan(label);
  await bench.says('The client said');
  bench.scan('HX-4711/B');
  await bench.says('Mounting bracket');
  await expect.poll(async () => (await bench.recorded('unitsCounted')).length, soon).toBe(1);
  expect(document.body.textContent).toContain('HX-4711/B');
  expect(document.body.textContent).not.toContain('GTIN');
});

test('taken as announced, what has packs is recorded as the article it is', async () => {
  const bench = await aBench(announcing({ ...bracket, gtins: [{ gtin: carton, quantity: 4 }] }));
  await bench.receive(label);
  bench.scan(label);
  await bench.says('as announced');
  [...document.querySelectorAll('button')]
    .find((one) => one.textContent?.includes('as announced'))
    ?.click();
  await expect.poll(async () => (await bench.recorded('unitsCounted')).length, soon).toBe(1);
  const [count] = await bench.recorded('unitsCounted');
  expect(count).toMatchObject({
    article: { gtin: null, number: 'HX-4711/B', name: 'Mounting bracket' },
    identity: 'match',
  });
});
