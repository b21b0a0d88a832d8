/**
 * How many decimals money of each currency has: ISO 4217:2015, List One of 2026-01-01 as its
 * maintenance agency published it (six-group.com, lists/list-one.xml). A table of ours, because
 * runtimes follow CLDR, which counts the coins people still use: it gives HUF, IDR, COP and PKR no
 * decimals where the standard, banks and our minor units have two.
 */
const active: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: [
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD',
    'CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL',
    'GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR',
    'LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD',
    'PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC',
    'SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR',
    'ZMW ZWG',
  ].join(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Withdrawn since 2016: nothing new is agreed in them, what is stored is still read. */
const withdrawn: Readonly<Record<number, string>> = {
  0: 'BYR',
  2: 'ANG BGN CUC HRK MRO SLL STD VEF ZWL',
};

const activeDigits = digitsByCode(active);
const knownDigits = new Map([...digitsByCode(withdrawn), ...activeDigits]);

/** Every active code of the standard that money can be in; those without a minor unit (XAU, XXX) are not. */
export const currencyCodes: readonly string[] = [...activeDigits.keys()].sort();

/** Decimals of a currency, also of one withdrawn since; null where the standard knows none. */
export function minorDigitsOf(currency: string): number | null {
  return knownDigits.get(currency) ?? null;
}

/** Money can be agreed and typed in it today. */
export function isCurrencyInUse(currency: string): boolean {
  return activeDigits.has(currency);
}

function digitsByCode(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([digits, codes]) =>
      codes.split(' ').map((code) => [code, Number(digits)] as const),
    ),
  );
}
