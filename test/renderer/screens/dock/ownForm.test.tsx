import { describe, expect, test } from 'vitest';
import type { RmaForm } from '../../../../shared/barcodes/rma/rmaForm.ts';
import type { FactOf } from '../../../../shared/facts/fact.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { aDock, soon } from './aDock.tsx';

const own: RmaForm = { pattern: 'R-######C', check: 'mod10', prefixes: ['RET:'] };

/** A site that writes its returns' numbers so, and one return of this number. */
function siteOf(rma: RmaForm, number: string): readonly Change[] {
  return officeDocuments().map((change): Change => {
    if (change.collection === 'sites' && change.body)
      return {
        ...change,
        body: { ...change.body, rma: { pattern: rma.pattern, ...prefixed(rma), ...checked(rma) } },
      };
    return change.collection === 'cases'
      ? { ...change, body: aCase({ rma: number, trackingNumbers: [], ssccs: [] }) }
      : change;
  });
}
const prefixed = ({ prefixes }: RmaForm) => (prefixes ? { prefixes: [...prefixes] } : {});
const checked = ({ check }: RmaForm) => (check ? { check } : {});

const arrivals = async (dock: Awaited<ReturnType<typeof aDock>>) =>
  (await dock.station.db.facts.toArray())
    .map((row) => row.fact)
    .filter((fact): fact is FactOf<'arrival'> => fact.kind === 'arrival');

describe('A company’s own RMA number', () => {
  test.each([
    ['on a label', 'R-0047111'],
    ['behind the prefix of its labels', 'RET:R-0047111'],
    ['in a QR code, in small letters', ']Q1ret:r-0047111'],
    ['without its hyphen', 'R0047111'],
  ])('receives its case %s', async (_, raw) => {
    const dock = await aDock(siteOf(own, 'R-0047111'), 'R-0047111');
    dock.scan(raw);
    await expect.poll(dock.text, soon).toContain('Received');
    expect(await arrivals(dock)).toMatchObject([{ caseId: 'case-1', trackingNumber: null }]);
  });

  test('typed with a wrong check digit is refused by name, and recorded nowhere', async () => {
    const dock = await aDock(siteOf(own, 'R-0047111'), 'R-0047111');
    await dock.type('R-0047118');
    await expect.poll(dock.text, soon).toContain('This RMA number has a typing error.');
    await dock.type('R-00471');
    await expect.poll(dock.text, soon).toContain('Ours look like R-0004718.');
    expect(await arrivals(dock)).toEqual([]);
    await dock.type('r-0047111');
    await expect.poll(dock.text, soon).toContain('Received');
  });

  test('of the product’s form is nothing special at a site with its own', async () => {
    const dock = await aDock(siteOf(own, 'R-0047111'), 'R-0047111');
    await dock.type('RMA-26-0004712');
    await expect.poll(dock.text, soon).toContain('RMA-26-0004712');
    expect(dock.text()).not.toContain('typing error');
    expect(dock.text()).not.toContain('look like');
  });

  test('that nobody could tell from another number is found among the papers, and claims no label', async () => {
    const digits = { pattern: '#{8}C', check: 'luhn' };
    const dock = await aDock(siteOf(digits, '004711024'), '004711024');
    await dock.type('004711025');
    await expect.poll(dock.text, soon).toContain('This RMA number has a typing error.');
    dock.scan('004711024');
    await expect.poll(dock.text, soon).toContain('Received');
    expect(await arrivals(dock)).toMatchObject([{ caseId: 'case-1', trackingNumber: null }]);
    // A carrier's number of as many digits stays one.
    dock.scan('123456782');
    await expect.poll(dock.text, soon).toContain('123456782');
    dock.scan('QS-CMD-OK');
    await expect.poll(async () => (await arrivals(dock)).length, soon).toBe(2);
    expect((await arrivals(dock))[1]?.trackingNumber).toBe('123456782');
  });

  test('of forty characters comes back from central where this station let its case go', async () => {
    const long = `RETURN/${'2026'.repeat(8)}`;
    const office = siteOf({ pattern: "'RETURN/'#{32}" }, long);
    const isCase = (change: Change) => change.collection === 'cases';
    const asked: string[] = [];
    const dock = await aDock(
      office.filter((change) => !isCase(change)),
      'Nothing is expected',
      (name) => {
        asked.push(name);
        return office.filter(isCase);
      },
    );
    dock.scan(long.toLowerCase());
    await expect.poll(dock.text, soon).toContain('Received');
    expect(asked).toEqual([long]);
  });
});
