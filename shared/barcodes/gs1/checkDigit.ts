/** GS1 General Specifications, 7.9.1: weights 3 and 1 from the right. `body` is digits only. */
export function checkDigitOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = body.charCodeAt(body.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit * 3 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last of these digits is the check digit of the others. */
export function hasCheckDigit(digits: string): boolean {
  return checkDigitOf(digits.slice(0, -1)) === digits.slice(-1);
}

/** SSCC from extension digit, company prefix and serial: 17 digits. Throws `RangeError` otherwise. */
export function ssccOf(body: string): string {
  if (!/^\d{17}$/.test(body)) throw new RangeError(`17 digits expected, got "${body}"`);
  return body + checkDigitOf(body);
}

const characters = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const checkCharacters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83,
];

/** GS1 General Specifications, 7.9.5: the check pair of a Global Model Number, modulo 1021 and 32. */
export function checkPairOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1)
    sum += characters.indexOf(body.charAt(body.length - 1 - i)) * (primes[i] ?? 0);
  const rest = sum % 1021;
  return `${checkCharacters.charAt(rest >> 5)}${checkCharacters.charAt(rest & 31)}`;
}
