import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { catalogues, english, type WordingId } from './catalogues.ts';
import { createFormats, type Formats } from './formats.ts';
import { type Direction, type Language, languages } from './languages.ts';
import { pseudoMessage } from './pseudoMessage.ts';

export type Values = Readonly<Record<string, string | number>>;

/** `pseudo` stretches and accents English, `pseudoRtl` also turns the page around; for tests and the gallery. */
export type WordingLanguage = Language | 'pseudo' | 'pseudoRtl';

export type Wording = Formats & {
  readonly language: WordingLanguage;
  /** BCP 47, what Intl and the component library format by. */
  readonly tag: string;
  readonly direction: Direction;
  readonly t: (id: WordingId, values?: Values) => string;
};

/**
 * Speaks one language. `zone` is the site's IANA zone: every moment is written as the site's clock
 * shows it, wherever the reader sits. Messages are compiled to token lists, never to code.
 */
export function createWording(options: {
  readonly language: WordingLanguage;
  readonly zone: string;
}): Wording {
  const { language, zone } = options;
  const isPseudo = language === 'pseudo' || language === 'pseudoRtl';
  const traits = languages[isPseudo ? 'en' : language];
  const messages = isPseudo ? english : { ...english, ...catalogues[language] };
  const compiled = Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      compileMessage(isPseudo ? pseudoMessage(message) : message),
    ]),
  );
  const i18n = setupI18n({ locale: traits.tag, messages: { [traits.tag]: compiled } });
  const t: Wording['t'] = (id, values) => i18n._(id, values);
  const formats = createFormats(traits.tag, zone, (amount) => t('money.smallest', { amount }));
  return {
    ...formats,
    language,
    tag: traits.tag,
    direction: language === 'pseudoRtl' ? 'rtl' : traits.direction,
    t,
  };
}
