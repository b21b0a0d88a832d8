import { expect, test } from 'vitest';
import { ClaimBeside } from '../../../../renderer/screens/desk/openCase/compare/ClaimBeside.tsx';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { aCase, aReturnLine } from '../../../builders/cases/aCase.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { arrivalId, factId, findingId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount, must } from '../../components/mount.tsx';

type Office = Parameters<typeof aCaseView>[1];

function read(facts: readonly Fact[], office: Office = {}) {
  const { page, text } = mount(<ClaimBeside view={aCaseView(facts, office)} />);
  const row = (name: string, table = 0) => {
    const rows = [...must(page.querySelectorAll('table')[table]).querySelectorAll('tbody tr')];
    const found = must(rows.find((one) => one.querySelector('th')?.textContent === name));
    return [...found.querySelectorAll('td')].map((cell) =>
      (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    );
  };
  return { page, text, row };
}
const came = [anArrival(), aUnitGroup()];

test('the claim stands beside what was found of its units, portion by portion', () => {
  const { row, text } = read([
    ...came,
    aFinding({ quantity: 8, units: [{ from: 0, to: 8 }], note: 'Seal split' }),
    aFinding({
      findingId: findingId('finding-2'),
      quantity: 2,
      units: [{ from: 8, to: 10 }],
      observation: { kind: 'noDefect' },
    }),
  ]);
  const [said, found] = row('Reason');
  expect(said).toBe('Defective');
  expect(found).toContain('8 × Leaks · Major · Manufacturing · no. 1 to 8');
  expect(found).toContain('Seal split');
  expect(found).toContain('2 × No defect found · no. 9 to 10');
  expect(text()).toContain('Pumps leak at the shaft seal.');
});

test('what is the same on both sides is said plainly, what differs in words', () => {
  const same = read(came);
  expect(same.row('Quantity')).toEqual(['10 pcs', '10 pcs']);
  expect(same.page.querySelectorAll('[data-tone="amber"]')).toHaveLength(0);
  const odd = read(
    [
      anArrival({ condition: 'wet', seal: { number: 'S-1', intact: false }, packages: 2 }),
      aUnitGroup({ quantity: 2, lot: 'ZZ-9', serials: ['P3', 'P9'] }),
      aUnitGroup({
        unitGroupId: unitGroupId('group-2'),
        id: factId('fact-group-2'),
        returnLineId: null,
        quantity: 3,
        identity: 'mismatch_class',
        article: { gtin: null, number: 'VALVE-2', name: 'Valve 2' },
      }),
    ],
    { orderLines: [anOrderLine({ serials: ['P1', 'P2', 'P3'] })] },
  );
  expect(odd.row('Quantity')).toEqual(['10 pcs', '8 pcs fewer than announced2 pcs']);
  expect(odd.row('Lot')).toEqual(['AB-123', 'Another lotZZ-9']);
  expect(odd.row('Serial numbers')[1]).toContain('Not on this order line: P9');
  expect(odd.row('Quantity', 1)).toEqual(['–', 'Not announced3']);
  expect(odd.row('Delivery', 2)[1]).toContain('WetSeal broken');
  expect(odd.row('Delivery', 2)[1]).toContain('2 packages');
});

test('the price is the invoice’s, with its discount where the papers say it to the cent', () => {
  const line = anOrderLine({
    price: { amount: '1250', per: 100 },
    invoiced: { net: 11_000, tax: 2_090 },
  });
  const [said] = read(came, { orderLines: [line] }).row('Price');
  expect(said).toContain('Price for 100 USD 1,250.00');
  expect(said).toContain('Invoice for 10 pcs: USD 130.90');
  expect(said).toContain('USD 110.00 net, USD 20.90 tax');
  expect(said).toContain('Discount USD 15.00');
});

test('a wish the policy does not offer is told from one it does', () => {
  const facts = [...came, aFinding({ observation: aDefect() })];
  expect(read(facts).row('Wish')[0]).toBe('Refund');
  expect(read(facts).row('Wish')[1]).not.toContain('Not what the policy offers');
  const wanted = { returnCase: aCase({ lines: [aReturnLine({ wanted: 'creditWithoutReturn' })] }) };
  expect(read(facts, wanted).row('Wish')[1]).toContain('Not what the policy offers');
});

test('of ten thousand serials the first are said and the rest counted', () => {
  const serials = Array.from({ length: 10_000 }, (_, at) => `N${at * 7}`);
  const { row, page } = read(came, {
    orderLines: [anOrderLine({ serials, shippedQuantity: 10_000 })],
  });
  expect(row('Serial numbers')[0]).toContain('and 9,988 more');
  expect(page.querySelectorAll('*').length).toBeLessThan(150);
});

test('each parcel is one line, seen at two docks or not', () => {
  const twice = anArrival({ id: factId('fact-arrival-2'), arrivalId: arrivalId('arrival-2') });
  const other = anArrival({
    id: factId('fact-arrival-3'),
    arrivalId: arrivalId('arrival-3'),
    trackingNumber: '1Z777',
  });
  const { page } = read([...came, twice, other]);
  const cells = [...page.querySelectorAll('table')].at(-1)?.querySelectorAll('td:last-child p');
  expect(cells).toHaveLength(2);
});
