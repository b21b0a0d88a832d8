import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyCodes, minorDigitsOf } from '../../../shared/facts/currencies.ts';
import { readAmount } from '../../../shared/facts/readAmount.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';

const inEnglish = (typed: string, currency: string) => readAmount(typed, currency, '.');
const inGerman = (typed: string, currency: string) => readAmount(typed, currency, ',');

describe('What a person types is read', () => {
  test.each([
    ['1250', 'JPY', 1250],
    ['1,250', 'JPY', 1250],
    ['12.50', 'KWD', 12_500],
    ['12.5', 'KWD', 12_500],
    ['1250', 'HUF', 125_000],
    ['0.05', 'IDR', 5],
    ['1250.5', 'USD', 125_050],
    ['1,250.50', 'USD', 125_050],
    ['1 250,50', 'USD', 125_050],
    ["1'250.50", 'CHF', 125_050],
    ['1.250,50', 'USD', 125_050],
    ['1250,50', 'USD', 125_050],
    ['1,250', 'USD', 125_000],
    ['0,250', 'KWD', 250],
    ['1.2345', 'CLF', 12_345],
    ['USD 12.50', 'USD', 1250],
    ['12.50 usd', 'USD', 1250],
    ['１２．５０', 'CNY', 1250],
    ['０。50', 'CNY', 50],
    ['0', 'EUR', 0],
  ])('“%s” in %s', (typed, currency, minor) => {
    expect(accepted(inEnglish(typed, currency))).toBe(minor);
  });

  test.each(['125²', 'EUR 125¹', '12⓪', '12½', '①②', '12₅', '１２²', '١٢٫٥٠', '१२.५०', '𝟏𝟐'])(
    '“%s” holds signs that are no digits of an amount, and nothing is guessed',
    (typed) => {
      expect(refusedWith(inEnglish(typed, 'EUR'))).toMatchObject({ code: 'notAnAmount' });
      expect(refusedWith(inGerman(typed, 'EUR'))).toMatchObject({ code: 'notAnAmount' });
    },
  );

  test('by the signs of the language', () => {
    expect(accepted(inGerman('1.250', 'EUR'))).toBe(125_000);
    expect(accepted(inGerman('1.250,5', 'EUR'))).toBe(125_050);
    expect(accepted(inGerman('12.50', 'EUR'))).toBe(1250);
    expect(accepted(inGerman('1,250', 'KWD'))).toBe(1250);
    expect(accepted(inEnglish('1.250', 'KWD'))).toBe(1250);
  });

  test('over every currency, written with any number of its decimals', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.integer({ min: 0, max: 1e12 }),
        fc.constantFrom('.', ','),
        (currency, minor, decimal) => {
          const digits = minorDigitsOf(currency) ?? 0;
          const text = String(minor).padStart(digits + 1, '0');
          const [whole, fraction] = [
            text.slice(0, text.length - digits),
            text.slice(text.length - digits),
          ];
          const written = digits === 0 ? whole : `${whole}${decimal}${fraction}`;
          expect(accepted(readAmount(written, currency, decimal))).toBe(minor);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe('What a person types is refused', () => {
  test('with what is wrong, never guessed or rounded', () => {
    const code = (typed: string, currency: string) => refusedWith(inEnglish(typed, currency)).code;
    expect(code(' ', 'USD')).toBe('empty');
    expect(code('12', 'ZZZ')).toBe('unknownCurrency');
    expect(code('12', 'XAU')).toBe('unknownCurrency');
    expect(code('EUR 12', 'USD')).toBe('otherCurrency');
    expect(code('-1', 'USD')).toBe('negative');
    expect(code('−1', 'USD')).toBe('negative');
    expect(code('10000000000.01', 'USD')).toBe('tooLarge');
    expect(refusedWith(inEnglish('12.345', 'USD'))).toMatchObject({
      code: 'tooManyDecimals',
      digits: 2,
    });
    expect(code('1250.00', 'JPY')).toBe('tooManyDecimals');
    expect(code('12,5', 'JPY')).toBe('tooManyDecimals');
    expect(code('1.2345', 'KWD')).toBe('tooManyDecimals');
    for (const odd of ['much', '1e3', '0x10', '1..2', '1.', '.5', '1,23,456', '1,25 0', '$5', '∞'])
      expect(`${odd}: ${code(odd, 'USD')}`).toBe(`${odd}: notAnAmount`);
  });

  test('where the other sign could group or begin decimals', () => {
    expect(refusedWith(inEnglish('1,250', 'KWD'))).toEqual({
      code: 'ambiguous',
      currency: 'KWD',
      whole: 1_250_000,
      fraction: 1250,
    });
    expect(refusedWith(inGerman('1.250', 'KWD')).code).toBe('ambiguous');
    expect(refusedWith(inGerman('12.500', 'CLF')).code).toBe('ambiguous');
    expect(accepted(inEnglish('1,250.000', 'KWD'))).toBe(1_250_000);
  });
});
