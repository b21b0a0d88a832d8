import { describe, expect, test } from 'vitest';
import { againstPapers } from '../../../renderer/recording/againstPapers.ts';
import { identityOf, isForeignLot } from '../../../renderer/recording/identityOf.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  arrivalId,
  factId,
  orderLineId,
  returnLineId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';

/** The usual case, ten pumps of lot AB-123 announced, with what was counted of them. */
function loaded(
  counted: readonly Fact[] = [],
  line: Partial<Parameters<typeof anOrderLine>[0]> = {},
) {
  return { file: readCaseFile(aCase(), counted), orderLines: [anOrderLine(line)] };
}
const pumps = aUnitGroup({ quantity: 2 });

describe('Counted units', () => {
  test.each<[string, Partial<FactOf<'unitsCounted'>>, string]>([
    ['match what was announced', {}, 'match'],
    ['are of no line', { returnLineId: null }, 'mismatch_class'],
    ['are of a line nobody knows', { returnLineId: returnLineId('line-9') }, 'mismatch_class'],
    [
      'are another article',
      { article: { gtin: '09521187200102', number: 'B-1', name: 'Bearing' } },
      'mismatch_class',
    ],
    ['are of another lot', { lot: 'ZZ-9' }, 'mismatch_instance'],
    ['are of no lot anybody read', { lot: null }, 'match'],
    ['are all there is room for', { quantity: 10 }, 'match'],
    ['are more than there is room for', { quantity: 11 }, 'mismatch_quantity'],
  ])('%s', (_, change, identity) => {
    expect(identityOf({ ...pumps, ...change }, loaded())).toBe(identity);
  });

  test('are too many with those counted before, of this line and as announced', () => {
    const before = (change: Partial<Parameters<typeof aUnitGroup>[0]>) =>
      identityOf(pumps, loaded([aUnitGroup({ quantity: 9, ...change })]));
    expect(before({})).toBe('mismatch_quantity');
    expect(before({ quantity: 8 })).toBe('match');
    expect(before({ identity: 'mismatch_instance' })).toBe('match');
    expect(before({ returnLineId: returnLineId('line-2') })).toBe('match');
  });

  test('are other pieces where their serials are not those once shipped', () => {
    const shipped = loaded([], { serials: ['SN-1', 'SN-2'] });
    const bearing = (...serials: readonly string[]) => ({ ...pumps, serials: [...serials] });
    expect(identityOf(bearing('sn-1', 'SN-2'), shipped)).toBe('match');
    expect(identityOf(bearing('SN-1', 'SN-3'), shipped)).toBe('mismatch_instance');
    expect(identityOf(bearing('SN-3'), loaded([], { serials: [] }))).toBe('match');
    expect(identityOf(bearing(), shipped)).toBe('match');
  });

  test('without papers are nothing anybody announced', () => {
    expect(identityOf(pumps, null)).toBe('mismatch_class');
    expect(identityOf(pumps, { ...loaded(), orderLines: [] })).toBe('mismatch_class');
  });

  test('are of a foreign lot where both are known and differ', () => {
    expect(isForeignLot('AB-123', 'ab-123')).toBe(false);
    expect(isForeignLot('AB-123', 'AB-124')).toBe(true);
    expect(isForeignLot(null, 'AB-124')).toBe(false);
    expect(isForeignLot('AB-123', null)).toBe(false);
  });
});

describe('Counts from before anybody knew whose they are', () => {
  const count = (n: number, change: Partial<FactOf<'unitsCounted'>> = {}) => ({
    ...aUnitGroup({ id: factId(`count-${n}`), unitGroupId: unitGroupId(`blind-${n}`) }),
    caseId: null,
    returnLineId: null,
    quantity: 2,
    ...change,
  });
  const newIds = () => {
    let ids = 0;
    return () => `new-${(ids += 1)}`;
  };
  const told = (counts: readonly FactOf<'unitsCounted'>[], papers = loaded()) =>
    againstPapers(counts, papers, newIds()).map((unit) => [
      unit.countId,
      unit.unitGroupId,
      unit.returnLineId,
      unit.identity,
    ]);

  test('find the line that announced them, and join the group of their like', () => {
    expect(told([count(1), count(2)])).toEqual([
      ['count-1', 'new-1', 'line-1', 'match'],
      ['count-2', 'new-1', 'line-1', 'match'],
    ]);
  });

  test('join a group the case has, of the same box, lot and article', () => {
    const there = aUnitGroup({ quantity: 2 });
    const joins = (change: Partial<FactOf<'unitsCounted'>>) =>
      told([count(1, change)], loaded([there]))[0]?.[1];
    expect(joins({})).toBe('group-1');
    expect(joins({ arrivalId: arrivalId('other') })).toBe('new-1');
    expect(joins({ lot: null })).toBe('new-1');
    expect(joins({ quantity: 9 })).toBe('new-1');
  });

  test('are set apart where no line has room', () => {
    expect(told([count(1, { quantity: 9 }), count(2)])).toEqual([
      ['count-1', 'new-1', 'line-1', 'match'],
      ['count-2', 'new-2', 'line-1', 'mismatch_quantity'],
    ]);
  });

  test('go to the line that has room left, of two for one article', () => {
    const lines = [
      aReturnLine(),
      aReturnLine({ id: returnLineId('line-2'), orderLineId: orderLineId('order-line-2') }),
    ];
    const papers = {
      file: readCaseFile(aCase({ lines }), []),
      orderLines: [anOrderLine(), anOrderLine({ id: orderLineId('order-line-2') })],
    };
    expect(
      told([count(1, { quantity: 9 }), count(2), count(3, { quantity: 1 })], papers).map(
        (it) => it[2],
      ),
    ).toEqual(['line-1', 'line-2', 'line-1']);
  });

  test('of an article nobody announced are of no line', () => {
    const bearing = { gtin: '09521187200102', number: 'B-1', name: 'Bearing' };
    expect(told([count(1, { article: bearing })])).toEqual([
      ['count-1', 'new-1', null, 'mismatch_class'],
    ]);
  });
});
