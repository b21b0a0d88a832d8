/** Languages of the interface. `tag` is what Intl formats by; `name` is the language in its own words. */
export const languages = {
  en: { tag: 'en-GB', name: 'English', direction: 'ltr' },
  de: { tag: 'de-DE', name: 'Deutsch', direction: 'ltr' },
  es: { tag: 'es-ES', name: 'Español', direction: 'ltr' },
  zh: { tag: 'zh-CN', name: '中文', direction: 'ltr' },
} as const satisfies Record<string, LanguageTraits>;

export type Language = keyof typeof languages;
export type Direction = 'ltr' | 'rtl';
export type LanguageTraits = {
  readonly tag: string;
  readonly name: string;
  readonly direction: Direction;
};

export const languageKeys = Object.keys(languages).filter(isLanguage);

export function isLanguage(found: string): found is Language {
  return Object.hasOwn(languages, found);
}

/** The first of the wanted BCP 47 tags that we speak, or English. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}
