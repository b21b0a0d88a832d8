import { expect, test } from 'vitest';
import { isSamePiece } from '../../../shared/facts/serials.ts';
import { unitGroupsOf } from '../../../shared/facts/unitGroups.ts';
import { factId, unitGroupId } from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';

const { article } = aUnitGroup();
const gtin = '04012345678901';
const known = { ...article, number: 'P-100', gtin };
const scannedOnly = { ...known, number: null };
const typedOnly = { ...known, gtin: null };
const carton = { ...scannedOnly, gtin: '14012345678908' };
const other = { ...known, number: 'P-200', gtin: '04099999999901' };

/** One piece counted twice: the units of the case. */
function unitsOf(
  ...counts: readonly { readonly article: typeof article; readonly serial: string }[]
) {
  return unitGroupsOf(
    counts.map(({ serial, ...more }, index) =>
      aUnitGroup({
        id: factId(`count-${index}`),
        unitGroupId: unitGroupId(`group-${index}`),
        quantity: 1,
        serials: [serial],
        ...more,
      }),
    ),
  ).reduce((sum, group) => sum + group.quantity, 0);
}

test.each([
  'sn001',
  ' SN 001 ',
  'SN\u00a0001',
  'SN-001',
  'ＳＮ００１',
  '*SN001*',
  ']C1SN001',
  'SN\u200b001',
])('a serial written %j is the piece SN001, and counts once', (serial) => {
  expect(unitsOf({ article: known, serial: 'SN001' }, { article: known, serial })).toBe(1);
});

test.each([
  ['by GTIN without its number', scannedOnly],
  ['by number without its GTIN', typedOnly],
  ['by the carton it came in', carton],
])('an article known %s is the same article, so its serial counts once', (_how, found) => {
  expect(unitsOf({ article: known, serial: 'SN001' }, { article: found, serial: 'SN001' })).toBe(1);
});

test('a serial is unique for its article, not beyond it', () => {
  expect(unitsOf({ article: known, serial: 'SN001' }, { article: other, serial: 'SN001' })).toBe(2);
  expect(
    isSamePiece({ article: known, serial: 'SN001' }, { article: known, serial: 'SN002' }),
  ).toBe(false);
});
