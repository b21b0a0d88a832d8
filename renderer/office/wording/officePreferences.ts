import { z } from 'zod';
import { type Language, languageFor, languageKeys } from '../../wording/languages.ts';

export const themes = ['light', 'dark', 'contrast'] as const;

export type OfficePreferences = {
  readonly language: Language;
  readonly theme: (typeof themes)[number];
};

const key = 'quayside.office';
const Kept = z.object({ language: z.enum(languageKeys), theme: z.enum(themes) });

/** As this browser kept them, else as it says itself. */
export function readPreferences(): OfficePreferences {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    if (kept.success) return kept.data;
  } catch {
    // A browser that keeps nothing.
  }
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isHigh = matchMedia('(prefers-contrast: more)').matches;
  const theme = isHigh ? 'contrast' : isDark ? 'dark' : 'light';
  return { language: languageFor(navigator.languages), theme };
}

export function keepPreferences(preferences: OfficePreferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Chosen for this once, then.
  }
}
