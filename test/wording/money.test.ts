import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWording } from '../../renderer/wording/createWording.ts';
import { languageKeys } from '../../renderer/wording/languages.ts';
import { sayAmountRefusal } from '../../renderer/wording/sayAmountRefusal.ts';
import { sayRefusal } from '../../renderer/wording/sayRefusal.ts';
import { currencyCodes } from '../../shared/facts/currencies.ts';
import { showMoneyInEnglish } from '../../shared/facts/showMoney.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';

const speaking = languageKeys.map((language) => createWording({ language, zone: 'Europe/Berlin' }));
const [english] = speaking;
if (!english) throw new Error('No language');

/** Small sums, sums at the edges of grouping, and the largest. */
const sums = [0, 1, 9, 10, 99, 100, 999, 1000, 1250, 9999, 10_000, 125_050, 1_000_000, 1e12 - 1];

describe.each(speaking)('Money in $language', (wording) => {
  test('typed, kept, shown and read again is the same, in every currency of the standard', () => {
    for (const currency of currencyCodes)
      for (const minor of sums) {
        const shown = wording.formatMoney({ minor, currency });
        expect([shown, accepted(wording.readAmount(shown, currency))]).toEqual([shown, minor]);
        const { amount } = wording.moneyParts({ minor, currency });
        expect([amount, accepted(wording.readAmount(amount, currency))]).toEqual([amount, minor]);
      }
  });

  test('and for any sum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.integer({ min: 0, max: 1e12 }),
        (currency, minor) => {
          const shown = wording.formatMoney({ minor, currency });
          expect(accepted(wording.readAmount(shown, currency))).toBe(minor);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('says of every refused amount what is wrong with it', () => {
    for (const [typed, currency] of [
      ['', 'USD'],
      ['5', 'ZZZ'],
      ['EUR 5', 'USD'],
      ['much', 'JPY'],
      ['-5', 'USD'],
      ['5555,55555.5', 'USD'],
      ['99999999999999', 'USD'],
    ] as const) {
      const said = sayAmountRefusal(wording, refusedWith(wording.readAmount(typed, currency)));
      expect(said).not.toMatch(/[{}]|amount\./);
    }
  });
});

test('money is shown with the decimals of the standard, not of the runtime', () => {
  const shown = (minor: number, currency: string) =>
    english.formatMoney({ minor, currency }).replace(/\u00a0/g, ' ');
  expect(shown(1250, 'JPY')).toBe('JPY 1,250');
  expect(shown(12_500, 'KWD')).toBe('KWD 12.500');
  expect(shown(125_000, 'HUF')).toBe('HUF 1,250.00');
  expect(shown(125_000, 'IDR')).toBe('IDR 1,250.00');
  expect(shown(125_000, 'COP')).toBe('COP 1,250.00');
  expect(shown(125_000, 'PKR')).toBe('PKR 1,250.00');
  expect(shown(12_345, 'CLF')).toBe('CLF 1.2345');
  expect(shown(-125_000, 'EUR')).toBe('EUR -1,250.00');
});

test('stored money of a currency nobody knows is still read, and says that its unit is not known', () => {
  expect(english.formatMoney({ minor: 125_000, currency: 'ZZZ' })).toBe(
    'ZZZ\u00a0125,000 of the smallest unit',
  );
  expect(showMoneyInEnglish({ minor: 125_000, currency: 'ZZZ' })).toBe(
    english.formatMoney({ minor: 125_000, currency: 'ZZZ' }),
  );
});

test('what a refused amount teaches is in the decimals of its currency', () => {
  const said = (typed: string, currency: string) =>
    sayAmountRefusal(english, refusedWith(english.readAmount(typed, currency)));
  expect(said('much', 'JPY')).toBe('Write it like 125,050');
  expect(said('much', 'KWD')).toBe('Write it like 125.050');
  expect(said('12.50', 'JPY')).toBe('JPY has no decimals');
  expect(said('1,250', 'KWD')).toBe('Could be 1,250.000 or 1.250. Write it with all decimals');
});

test('a sum over what may be granted is refused in the currency of the case', () => {
  const refused = { code: 'amountOutOfRange', most: 1250, currency: 'JPY' };
  expect(sayRefusal(english, refused).what).toContain('JPY\u00a01,250');
  const older = { code: 'amountOutOfRange', most: 1250 };
  expect(sayRefusal(english, older).what).toContain('1,250 of the smallest unit');
});

test('an agreed price keeps the decimals it was agreed with, and never has fewer than its currency', () => {
  const german = createWording({ language: 'de', zone: 'Europe/Berlin' });
  const shown = (amount: string, currency: string) => english.priceParts(amount, currency);
  expect(shown('0.1234', 'EUR')).toEqual({ currency: 'EUR', amount: '0.1234' });
  expect(shown('12.3', 'EUR').amount).toBe('12.30');
  expect(shown('1250', 'JPY').amount).toBe('1,250');
  expect(shown('1250.125', 'JPY').amount).toBe('1,250.125');
  expect(shown('12', 'KWD').amount).toBe('12.000');
  // More digits than a number of the runtime holds.
  expect(shown('123456789012.123456', 'EUR').amount).toBe('123,456,789,012.123456');
  expect(german.priceParts('0.1234', 'EUR').amount).toBe('0,1234');
});
