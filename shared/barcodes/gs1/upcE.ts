import { hasCheckDigit } from './checkDigit.ts';

/**
 * The UPC-A number a UPC-E of eight digits stands for, 12 digits (GS1 General Specifications,
 * 5.2.2.4.2); `undefined` where it can be none. `text` is digits only.
 */
export function expandUpcE(text: string): string | undefined {
  const [, system, body, check] = /^([01])(\d{6})(\d)$/.exec(text) ?? [];
  if (system === undefined || body === undefined || check === undefined) return undefined;
  const upcA = `${system}${spread(body)}${check}`;
  return hasCheckDigit(upcA) ? upcA : undefined;
}

function spread(body: string): string {
  const [a, b, c, d, e, last = ''] = body;
  if (last <= '2') return `${a}${b}${last}0000${c}${d}${e}`;
  if (last === '3') return `${a}${b}${c}00000${d}${e}`;
  if (last === '4') return `${a}${b}${c}${d}00000${e}`;
  return `${a}${b}${c}${d}${e}0000${last}`;
}
