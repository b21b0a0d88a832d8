import { describe, expect, test } from 'vitest';
import { currencyCodes, isCurrencyInUse, minorDigitsOf } from '../../../shared/facts/currencies.ts';

/** In the standard without a minor unit ("N.A."): metals, accounting units, testing, no currency. */
const codesWithoutMinorUnit = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ');

function withDigits(digits: number): readonly string[] {
  return currencyCodes.filter((code) => minorDigitsOf(code) === digits);
}

describe('The table of currencies', () => {
  test('holds every active code of the standard once, money and what has no minor unit', () => {
    const all = [...currencyCodes, ...codesWithoutMinorUnit];
    expect(new Set(all).size).toBe(178);
    expect(all).toHaveLength(178);
    expect(all.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });

  test('has two decimals but for those the standard names', () => {
    expect(withDigits(0)).toEqual(
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
    );
    expect(withDigits(3)).toEqual('BHD IQD JOD KWD LYD OMR TND'.split(' '));
    expect(withDigits(4)).toEqual('CLF UYW'.split(' '));
    expect(withDigits(2)).toHaveLength(165 - 17 - 7 - 2);
  });

  test('is not what the runtime believes: CLDR counts the coins in use, the standard does not', () => {
    const runtimeDigits = (currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits;
    const differing = currencyCodes.filter((code) => runtimeDigits(code) !== minorDigitsOf(code));
    expect(differing).toEqual(
      'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' '),
    );
  });

  test('still reads money that was withdrawn, and lets nobody agree on it or on gold', () => {
    for (const old of ['BGN', 'HRK', 'ANG']) {
      expect(minorDigitsOf(old)).toBe(2);
      expect(isCurrencyInUse(old)).toBe(false);
    }
    for (const unknown of [...codesWithoutMinorUnit, 'ZZZ', 'usd', '']) {
      expect(minorDigitsOf(unknown)).toBeNull();
      expect(isCurrencyInUse(unknown)).toBe(false);
    }
  });
});
