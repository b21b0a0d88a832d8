import type { LooksLike } from '../table/fileRefusal.ts';

const signs: readonly (readonly [string, LooksLike | 'zip'])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0', 'oldExcel'],
  ['1f8b', 'gzip'],
  ['25504446', 'pdf'],
];

/** By its first bytes; what has no sign of its own is a text until it proves otherwise. */
export function beginsAs(start: Buffer): LooksLike | 'zip' | 'text' {
  const hex = start.toString('hex');
  return signs.find(([sign]) => hex.startsWith(sign))?.[1] ?? 'text';
}
