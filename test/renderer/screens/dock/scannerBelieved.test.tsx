import { describe, expect, test } from 'vitest';
import type { OrderLine, ReturnCase } from '../../../../shared/facts/documents.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { withCheckDigit } from '../../../builders/withCheckDigit.ts';
import { aDock, label, soon } from './aDock.tsx';

const pump = ']C10109521101530001';

function papers(
  returnCase: Partial<ReturnCase> = {},
  orderLine: Partial<OrderLine> = {},
): ReturnType<typeof officeDocuments> {
  const body = aCase({ trackingNumbers: [label], ...returnCase });
  return officeDocuments().map((change) => {
    if (change.collection === 'cases') return { ...change, body };
    return change.collection === 'orderLines'
      ? { ...change, body: anOrderLine(orderLine) }
      : change;
  });
}

/** A dock with its parcel open. */
async function aParcel(documents = papers()) {
  const dock = await aDock(documents);
  dock.scan(label);
  await expect.poll(dock.text, soon).toContain('0 of 10');
  const counts = async () =>
    (await dock.station.db.facts.toArray())
      .map((row) => row.fact)
      .filter((fact) => fact.kind === 'unitsCounted');
  const kept = async () => {
    const facts = (await dock.station.db.facts.toArray()).map((row) => row.fact);
    const undone = facts.flatMap((fact) => (fact.kind === 'correction' ? [fact.corrects] : []));
    return (await counts()).filter((fact) => !undone.includes(fact.id));
  };
  return { ...dock, counts, kept };
}

describe('Twelve digits that could be an article', () => {
  const digits = '036000291452';

  test('receive what announces them, also while another parcel is open', async () => {
    const dock = await aParcel([
      ...papers(),
      {
        collection: 'cases',
        id: 'case-2',
        body: aCase({
          id: caseId('case-2'),
          rma: 'R/2026/17',
          trackingNumbers: [digits],
        }),
      },
    ]);
    dock.scan(digits);
    await expect.poll(dock.text, soon).toContain('R/2026/17');
    await expect.poll(dock.text, soon).toContain('Received');
    expect(await dock.counts()).toEqual([]);
  });

  test('are asked about where nobody did, and counted only with OK', async () => {
    const dock = await aParcel();
    dock.scan(digits);
    await expect.poll(dock.text, soon).toContain('Article or parcel?');
    dock.scan(digits);
    await expect.poll(dock.text, soon).toContain('Article or parcel?');
    expect(await dock.counts()).toEqual([]);
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Counted, set apart');
    // From now on it is known here.
    dock.scan(digits);
    await expect.poll(async () => (await dock.counts()).length, soon).toBe(2);
  });

  test('are a parcel of their own once nothing is open', async () => {
    const dock = await aDock();
    dock.scan(digits);
    await expect.poll(dock.text, soon).toContain('Not expected today');
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Kept as unexpected');
  });
});

describe('A second barcode of the same article', () => {
  test('says more of the piece just counted, and the parcel stays open', async () => {
    const dock = await aParcel();
    dock.scan('9521101530001');
    await expect.poll(dock.text, soon).toContain('1 of 10');
    dock.scan(']C110AB-123');
    await expect.poll(async () => (await dock.kept())[0]?.lot, soon).toBe('AB-123');
    dock.scan(']C13024');
    await expect
      .poll(async () => (await dock.kept()).map(({ lot, quantity }) => [lot, quantity]), soon)
      .toEqual([['AB-123', 24]]);
    expect(await dock.kinds()).not.toContain('parcelDone');
    expect((await dock.kinds()).filter((kind) => kind === 'arrival')).toHaveLength(1);
    // What was taken back only to say more of it is no scan of its own.
    expect(dock.text()).not.toContain('taken back');
  });

  test('is taken back by UNDO, and the piece stays counted', async () => {
    const dock = await aParcel();
    dock.scan('9521101530001');
    await expect.poll(dock.text, soon).toContain('1 of 10');
    dock.scan(']C13024');
    await expect.poll(async () => (await dock.kept())[0]?.quantity, soon).toBe(24);
    dock.scan('QS-CMD-UNDO');
    await expect.poll(dock.text, soon).toContain('Taken back');
    await expect
      .poll(async () => (await dock.kept()).map((fact) => fact.quantity), soon)
      .toEqual([1]);
    dock.scan('QS-CMD-UNDO');
    await expect.poll(dock.kept, soon).toEqual([]);
  });

  test('before any article it asks for one', async () => {
    const dock = await aParcel();
    dock.scan(']C110AB-123');
    await expect.poll(dock.text, soon).toContain('Article first');
    expect(await dock.counts()).toEqual([]);
  });
});

test('2.500 kg twice is 5 kg, on one label or two', async () => {
  const dock = await aParcel(papers({}, { unit: 'KG' }));
  dock.scan(`${pump}3103002500`);
  await expect.poll(dock.text, soon).toContain('2.5 of 10');
  dock.scan(`${pump}3103002500`);
  await expect.poll(dock.text, soon).toContain('5 of 10');
  dock.scan('9521101530001');
  await expect.poll(dock.text, soon).toContain('How many?');
  dock.scan('3103001250');
  await expect.poll(dock.text, soon).toContain('6.25 of 10');
  expect((await dock.kept()).map((fact) => fact.quantity)).toEqual([2.5, 2.5, 1.25]);
});

test('the ITF-14 of an announced article is its outer case', async () => {
  const dock = await aParcel();
  const outer = `]I1${withCheckDigit('1952110153000')}`;
  dock.scan(outer);
  await expect.poll(dock.text, soon).toContain('How many?');
  dock.scan(']C13704');
  await expect.poll(dock.text, soon).toContain('4 of 10');
  dock.scan(outer);
  await expect.poll(dock.text, soon).toContain('8 of 10');
});

describe('Typed by hand', () => {
  test('the check digits of UPS and the post are held against what was typed', async () => {
    const dock = await aDock();
    await dock.type('1Z5R89390357567128');
    await expect.poll(dock.text, soon).toContain('The check digit of this UPS number is wrong.');
    await dock.type('RB123456786GB');
    await expect.poll(dock.text, soon).toContain('The check digit of this S10 number is wrong.');
    // Printed wrong, perhaps: no dead end.
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Kept as unexpected');
  });

  test('what is announced is received however it is written', async () => {
    const dock = await aDock(papers({ rma: 'RMA00012345' }));
    await dock.type('1z 999 aa1 01 2345 6784');
    await expect.poll(dock.text, soon).toContain('Received');
  });
});

describe('The company’s own RMA number', () => {
  test.each(['RMA00012345', 'R/2026/17', '5901234123457', 'Rücksendung 7'])(
    'receives its case whatever its form, and is no second arrival: %s',
    async (rma) => {
      const dock = await aDock(papers({ rma }), rma);
      dock.scan(rma);
      await expect.poll(dock.text, soon).toContain('Received');
      dock.scan('QS-CMD-DONE');
      dock.scan('QS-CMD-DONE');
      dock.scan(rma);
      await expect.poll(dock.text, soon).toContain('Here already');
      expect((await dock.kinds()).filter((kind) => kind === 'arrival')).toHaveLength(1);
    },
  );
});

test('a label nobody can read is kept as text, and is a repeat the second time', async () => {
  const dock = await aDock();
  for (const raw of ['https://example.com/t?id=4711', '&', 'Ü', 'x'.repeat(60)]) {
    dock.scan(raw);
    await expect.poll(dock.text, soon).toContain('Not expected today');
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Kept as unexpected');
    dock.scan(raw);
    await expect.poll(dock.text, soon).toContain('Here already');
  }
  expect((await dock.kinds()).filter((kind) => kind === 'arrival')).toHaveLength(4);
});

test('a case that left the station comes back by its RMA number in the company’s own form', async () => {
  const asked: string[] = [];
  const dock = await aDock(papers(), 'RMA', (name) => {
    asked.push(name);
    const body = aCase({ id: caseId('case-9'), rma: 'R/2019/4', trackingNumbers: [] });
    return name === 'R/2019/4' ? [{ collection: 'cases', id: 'case-9', body }] : [];
  });
  dock.scan('R/2019/4');
  await expect.poll(dock.text, soon).toContain('Received');
  await expect.poll(dock.text, soon).toContain('R/2019/4');
  dock.scan('NOBODY-KNOWS-THIS-LABEL-17');
  await expect.poll(dock.text, soon).toContain('Not expected today');
  expect(asked).toEqual(['R/2019/4']);
});

test('a piece of what was announced offers its case, and OK receives it', async () => {
  const dock = await aDock(papers({}, { serials: ['SN-0042'] }));
  dock.scan('sn0042');
  await expect.poll(dock.text, soon).toContain('1 case fits this label');
  expect(await dock.kinds()).toEqual([]);
  dock.scan('QS-CMD-OK');
  await expect.poll(dock.text, soon).toContain('0 of 10');
});
