import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rmaChecks } from '../../../../shared/barcodes/rma/rmaCheck.ts';
import {
  productRma,
  type RmaForm,
  readRmaForm,
  rmaNumberIn,
  rmaReaderOf,
} from '../../../../shared/barcodes/rma/rmaForm.ts';
import { readRma } from '../../../../shared/barcodes/rma/rmaNumber.ts';
import { accepted, refusedWith } from '../../../builders/cases/accepted.ts';

const reads = (form: RmaForm | string, text: string) => {
  const read = readRma(text, accepted(readRmaForm(asForm(form))));
  return read.ok ? read.value : read.refusal.code;
};
const asForm = (form: RmaForm | string) => (typeof form === 'string' ? { pattern: form } : form);
const refusal = (form: RmaForm | string) => refusedWith(readRmaForm(asForm(form)));

describe('A company writes its RMA numbers as it likes', () => {
  test.each([
    ['R-######', 'R-004711', ['R-04711', 'R-0047111', 'X-004711', 'R-00A711', 'R--04711']],
    ['R######', 'R004711', ['004711', 'RR04711']],
    ['CASE ####', 'CASE 0815', ['CASE 081', 'CASX 0815']],
    ["'RA'-YY/####", 'RA-26/0815', ['RB-26/0815', 'RA-2X/0815']],
    ['RET.YYYY.#{1,6}', 'RET.2026.4711', ['RET.2026.', 'RET.26.4711', 'RET.2026.4711000']],
    ['AA-***{2}', 'XK-A1B2', ['X1-A1B2', 'XK-A1B-', 'XK-A1BÄ']],
    ['#{8}', '00004711', ['0004711', '000004711']],
    ['#{3,8}', '4711', ['11', '123456789']],
    ['Rücksendung-####', 'RÜCKSENDUNG-4711', ['RUCKSENDUNG-4711']],
  ])('%s: %s', (pattern, number, others) => {
    expect(reads(pattern, number)).toBe(number);
    expect(reads(pattern, ` ${number.toLowerCase()} `)).toBe(number);
    for (const other of others) expect(reads(pattern, other), other).toBe('badRmaForm');
  });

  test('hyphens may be left out by who types, and come back where they belong', () => {
    expect(reads('R-######', 'r004711')).toBe('R-004711');
    expect(reads("'RA'-YY/####", 'ra 26 0815')).toBe('RA-26/0815');
    expect(reads('RET.YYYY.#{1,6}', 'RET202647')).toBe('RET.2026.47');
    expect(reads('R-######', 'R–004711')).toBe('R-004711');
  });

  test('what stands before a number on labels is no part of it', () => {
    const form = { pattern: '#{6}', prefixes: ['RET', 'RET:', 'https://returns.example/r/'] };
    for (const text of ['ret:004711', 'RET004711', 'RET: 004711', '004711'])
      expect(reads(form, text)).toBe('004711');
    expect(reads(form, 'https://returns.example/r/004711')).toBe('004711');
    expect(reads(form, 'RAT:004711')).toBe('badRmaForm');
  });

  test('a wrong character is named with what it should be', () => {
    const reader = accepted(readRmaForm({ pattern: 'R-######C', check: 'mod10' }));
    expect(readRma('R-0047111', reader)).toEqual({ ok: true, value: 'R-0047111' });
    expect(readRma('R-0047118', reader)).toEqual({
      ok: false,
      refusal: { code: 'badRmaCheck', expected: '1', found: '8' },
    });
    expect(readRma('R-47', reader)).toEqual({
      ok: false,
      refusal: { code: 'badRmaForm', text: 'R-47', example: 'R-0004718' },
    });
  });

  test.each([
    ['', 'rmaPatternEmpty'],
    ['RETURN', 'rmaPatternEmpty'],
    ["'###'", 'rmaPatternEmpty'],
    ["'R-###", 'rmaPatternUnclosed'],
    ['R-#}', 'rmaPatternUnclosed'],
    ['{3}', 'rmaPatternUnclosed'],
    ['#{', 'rmaPatternRepeat'],
    ['#{0}', 'rmaPatternRepeat'],
    ['#{5,3}', 'rmaPatternRepeat'],
    ['#{1,}', 'rmaPatternRepeat'],
    ['#{3}{3}', 'rmaPatternUnclosed'],
    ['R{3}#', 'rmaPatternRepeat'],
    ['YY{2}', 'rmaPatternRepeat'],
    ['#{1,3}-#{1,3}', 'rmaPatternTwoLengths'],
    ['RMAYY####', 'rmaPatternUnclear'],
    ['#{41}', 'rmaPatternTooLong'],
    ['#{1,99}', 'rmaPatternTooLong'],
    ['#'.repeat(500), 'rmaPatternTooLong'],
    [`'${'x'.repeat(45)}'#`, 'rmaPatternTooLong'],
  ])('a pattern that says nothing clear is refused by name: %s', (pattern, code) => {
    expect(refusal(pattern)).toMatchObject({ code });
  });

  test('a check needs its place, and digits where it is made of them', () => {
    expect(refusal({ pattern: '####C', check: 'crc' })).toEqual({
      code: 'rmaCheckUnknown',
      check: 'crc',
    });
    expect(refusal({ pattern: '####C', check: 'constructor' }).code).toBe('rmaCheckUnknown');
    expect(refusal('####C')).toEqual({ code: 'rmaCheckPlace', needs: 0 });
    expect(refusal({ pattern: '####', check: 'mod10' })).toEqual({
      code: 'rmaCheckPlace',
      needs: 1,
    });
    expect(refusal({ pattern: '####C', check: 'mod97-10' }).code).toBe('rmaCheckPlace');
    expect(refusal({ pattern: 'A###C', check: 'luhn' })).toEqual({
      code: 'rmaCheckLetters',
      check: 'luhn',
    });
    expect(readRmaForm({ pattern: 'A###C', check: 'mod37-36' }).ok).toBe(true);
  });

  test('a form this build cannot read claims nothing, and none is the product’s', () => {
    expect(rmaReaderOf(undefined)).toBe(productRma);
    expect(productRma.example).toBe('RMA-26-0004711');
    const odd = rmaReaderOf({ pattern: '####', check: 'of next year' });
    expect(readRma('0815', odd).ok).toBe(false);
    expect(odd.head).toBe('');
  });

  test('a form’s example is a number of it', () => {
    for (const pattern of ['R-######', 'AAA', '#', 'RET.YYYY.#{1,6}', 'YY*{2,5}', "'AA'-##C"]) {
      const check = pattern.includes('C') ? { check: 'mod11' } : {};
      const reader = accepted(readRmaForm({ pattern, ...check }));
      expect(readRma(reader.example, reader)).toEqual({ ok: true, value: reader.example });
    }
    const long = accepted(readRmaForm({ pattern: 'R#{2,4}' }));
    const numbers = [7, 471, 9999].map((sequence) => rmaNumberIn(long, { year: 2026, sequence }));
    expect(numbers).toEqual(['R07', 'R471', 'R9999']);
    expect(() => rmaNumberIn(long, { year: 2026, sequence: 10_000 })).toThrow(RangeError);
  });
});

describe('Check digits', () => {
  // Each from the standard itself or from numbers in public use.
  test.each([
    ['mod10', '629104150021', '3'],
    ['luhn', '7992739871', '3'],
    ['mod11', '036532', '7'],
    ['mod11-2', '0794', '0'],
    ['mod11-2', '000000012281955', 'X'],
    ['mod37-36', 'A12425GABC1234002', 'M'],
    ['mod97-10', '794', '44'],
    ['mod97-10', 'WEST12345698765432GB', '82'],
  ] as const)('%s of %s is %s', (name, body, expected) => {
    expect(rmaChecks[name].of(body)).toBe(expected);
  });

  test('no wrong digit passes, and of ISO/IEC 7064 no exchange of neighbours either', () => {
    const all = Object.entries(rmaChecks);
    const someDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        someDigits,
        fc.nat(),
        fc.nat(),
        ([name, check], digits, at, by) => {
          const body = digits.join('');
          const place = at % digits.length;
          const other = digits.with(place, ((digits[place] ?? 0) + 1 + (by % 9)) % 10).join('');
          expect(check.of(other)).not.toBe(check.of(body));
          const [a = 0, b = 0] = digits.slice(0, 2);
          const exchanged = [b, a, ...digits.slice(2)].join('');
          if (a !== b && /-/.test(name)) expect(check.of(exchanged)).not.toBe(check.of(body));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('no pattern and no text takes longer than its length', () => {
  const began = performance.now();
  const piece = fc.constantFrom(
    '#',
    'A',
    '*',
    '#{1,9}',
    '*{1,40}',
    "'",
    '{',
    '}',
    'YY',
    'C',
    '-',
    'Ä',
    '(a+)+$',
    '\\',
    'AAAA',
  );
  const hostile = fc.sample(fc.array(piece, { maxLength: 60 }), { numRuns: 20_000, seed: 12 });
  let read = 0;
  for (const pieces of hostile) {
    const form = readRmaForm({ pattern: pieces.join('') });
    if (!form.ok) continue;
    read += 1;
    readRma('A'.repeat(40), form.value);
    readRma(`${'0'.repeat(4_000)}!`, form.value);
  }
  expect(read).toBeGreaterThan(500);
  expect(performance.now() - began).toBeLessThan(5_000);
});
