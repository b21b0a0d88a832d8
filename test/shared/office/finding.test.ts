import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundBy } from '../../../shared/office/finding/foundBy.ts';
import { plainNumber, plainWords } from '../../../shared/office/finding/plainWords.ts';
import { wishFor } from '../../../shared/office/finding/wish.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';

const article = {
  number: 'KP-40/160',
  name: 'Kreiselpumpe für Öl',
  names: { zh: '离心泵四十' },
  gtins: [{ gtin: '04012345678901', quantity: 1 }],
  unit: 'EA',
  serialControlled: false,
  lotControlled: false,
  hazard: null,
};

describe('a record is found', () => {
  test.each([
    ['by its number, with or without what stands between', 'kp 40/160', true],
    ['by its number in one piece', 'KP40160', true],
    ['by the beginning of its number', 'kp-40', true],
    ['by a name without its marks', 'kreiselpumpe fur', false],
    ['by a name with vowels written out', 'FUER oel', false],
    ['by the beginning of a word', 'kreis', false],
    ['by a GTIN without its zeros', '4012345678901', true],
    ['by a GTIN written in groups', '4 012345 678901', true],
    ['in the middle of a name without blanks', '心泵', false],
  ])('%s: %s', (_how, typed) => {
    expect(isFound('articles', article, typed)).toBe(true);
  });

  test.each(['kp-41', 'pumpe', 'e', 'K'])('but not by %s', (typed) => {
    expect(isFound('articles', article, typed)).toBe(false);
  });

  test('first by its whole number, and not by another that only sounds so', () => {
    expect(isExact('articles', article, 'KP 40 160')).toBe(true);
    expect(isExact('articles', article, 'KP-40')).toBe(false);
    expect(plainNumber('AE-100')).not.toBe(plainNumber('A-100'));
  });

  test.each(['RMA-26-0004711', 'rma26 0004711', 'RMA260004711', '4711', '26-4711', '0004711'])(
    'a return by %s',
    (typed) => {
      const aReturn = {
        rma: 'RMA-26-0004711',
        site: 's',
        client: 'c',
        application: null,
        objectedOn: null,
        review: null,
        lines: [{ orderLine: null, reason: 'defective', requestedQuantity: 1 }],
      };
      expect(isFound('returns', aReturn, typed)).toBe(true);
    },
  );
});

test('whatever begins a word as it is typed begins it as it is compared', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, length) => {
      const [word] = plainWords(text);
      const typed = Array.from(/[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '')
        .slice(0, length)
        .join('');
      const [begun] = plainWords(typed);
      if (word !== undefined && begun !== undefined && /^[\p{L}\p{N}]+$/u.test(text))
        expect(word.startsWith(begun)).toBe(true);
    }),
  );
});

function isFound(kind: OfficeKind, body: object, typed: string): boolean {
  const words = wordsOf(kind, body);
  return (
    wishFor(kind, typed)?.any.some((parts) =>
      parts.every(({ lexeme, isBeginning }) =>
        words.some((word) => (isBeginning ? word.startsWith(lexeme) : word === lexeme)),
      ),
    ) ?? false
  );
}

function isExact(kind: OfficeKind, body: object, typed: string): boolean {
  const words = wordsOf(kind, body);
  return wishFor(kind, typed)?.exact.some(([one]) => one && words.includes(one.lexeme)) ?? false;
}

function wordsOf(kind: OfficeKind, body: object): readonly string[] {
  return foundBy({ kind, body, ownId: 'own-1', externalId: { source: 'erp', id: 'X 7' } });
}
