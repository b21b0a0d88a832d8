import type { z } from 'zod';
import type { Role } from '../../../shared/facts/codes.ts';
import type { IssuedSlip } from '../../../shared/sync/joiningApi.ts';
import type { Language } from '../../wording/languages.ts';

export type Slip = z.output<typeof IssuedSlip>;

/** A badge, or with a slip what somebody joins with. */
export type ToPrint = {
  readonly name: string;
  readonly badge: string;
  readonly roles: readonly Role[];
  readonly site: string;
  /** Where the site is: its language is guessed from it, and may be chosen. */
  readonly country: string;
  /** What the site says it speaks; empty: it does not say. */
  readonly languages: readonly Language[];
  readonly slip: Slip | null;
};

const spoken: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(['DE', 'AT', 'CH', 'LI', 'LU'].map((country) => [country, 'de'])),
  ...Object.fromEntries(
    ['ES', 'MX', 'AR', 'CL', 'CO', 'PE', 'EC', 'UY', 'CR', 'GT', 'DO', 'PA'].map((country) => [
      country,
      'es',
    ]),
  ),
  ...Object.fromEntries(['CN', 'TW', 'HK', 'MO', 'SG'].map((country) => [country, 'zh'])),
};

/** What is spoken where most of these work. */
export function languageOf(items: readonly ToPrint[]): Language {
  const counts = new Map<Language, number>();
  for (const { country, languages } of items) {
    const usual = spoken[country] ?? 'en';
    const language = languages.includes(usual) ? usual : (languages[0] ?? usual);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

/** Badges fill ten of a sheet, slips eight; a kind begins a sheet of its own. */
export function sheetsOf(items: readonly ToPrint[]): readonly (readonly ToPrint[])[] {
  const badges = items.filter(({ slip }) => slip === null);
  const slips = items.filter(({ slip }) => slip !== null);
  return [...inSheets(badges, 10), ...inSheets(slips, 8)];
}

function inSheets(items: readonly ToPrint[], most: number): readonly (readonly ToPrint[])[] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, at) => items.slice(at * most, (at + 1) * most));
}
