import { checkDigitOf } from '../gs1/checkDigit.ts';

type Check = {
  /** Characters it takes. */
  readonly length: 1 | 2;
  /** What it may be computed over. */
  readonly over: 'digits' | 'digitsAndLetters';
  /** Of a number without it. */
  readonly of: (body: string) => string;
};

/** Schemes by which the letters and digits of an RMA number are proved, all of them published. */
export const rmaChecks = {
  /** GS1 General Specifications, 7.9.1: weights 3 and 1 from the right. */
  mod10: { length: 1, over: 'digits', of: checkDigitOf },
  /** ISO/IEC 7812-1, Annex B: each second digit doubled (Luhn). */
  luhn: { length: 1, over: 'digits', of: luhn },
  /** Weights 2 to 7 from the right, again and again; `X` for ten. */
  mod11: { length: 1, over: 'digits', of: weighted11 },
  /** ISO/IEC 7064 MOD 11-2; `X` for ten. Every wrong digit and every exchange of neighbours. */
  'mod11-2': { length: 1, over: 'digits', of: pure11 },
  /** ISO/IEC 7064 MOD 37,36: a letter or a digit. */
  'mod37-36': { length: 1, over: 'digitsAndLetters', of: hybrid37 },
  /** ISO/IEC 7064 MOD 97-10: two digits, letters counting from A = 10 as in an IBAN. */
  'mod97-10': { length: 2, over: 'digitsAndLetters', of: pure97 },
} as const satisfies Record<string, Check>;

/** undefined: no scheme of this name. */
export function rmaCheckNamed(name: string): Check | undefined {
  return new Map<string, Check>(Object.entries(rmaChecks)).get(name);
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function valuesOf(body: string): readonly number[] {
  return Array.from(body, (character) => alphabet.indexOf(character));
}

function luhn(body: string): string {
  const sum = valuesOf(body)
    .toReversed()
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .reduce((all, one) => all + (one > 9 ? one - 9 : one), 0);
  return String((10 - (sum % 10)) % 10);
}

function weighted11(body: string): string {
  const sum = valuesOf(body)
    .toReversed()
    .reduce((all, digit, place) => all + digit * ((place % 6) + 2), 0);
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}

function pure11(body: string): string {
  const sum = valuesOf(body).reduce((all, digit) => ((all + digit) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - sum) % 11);
}

function hybrid37(body: string): string {
  const rest = valuesOf(body).reduce((all, value) => (((all + value) % 36 || 36) * 2) % 37, 36);
  return alphabet.charAt((37 - rest) % 36);
}

function pure97(body: string): string {
  const rest = valuesOf(body).reduce(
    (all, value) => (all * (value > 9 ? 100 : 10) + value) % 97,
    0,
  );
  return String(98 - ((rest * 100) % 97)).padStart(2, '0');
}
