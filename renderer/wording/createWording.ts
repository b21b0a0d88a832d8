import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { catalogues, english, type WordingId } from './catalogues.ts';
import { createFormats, type Formats } from './formats.ts';
import { isolated } from './isolated.ts';
import { type Direction, type Language, languages } from './languages.ts';
import { pseudoMessage } from './pseudoMessage.ts';

export type Values = Readonly<Record<string, string | number>>;

/** `pseudo` stretches and accents English, `pseudoRtl` also turns the page around; for tests and the gallery. */
export type WordingLanguage = Language | 'pseudo' | 'pseudoRtl';

export type Wording<Id extends string = WordingId> = Formats & {
  readonly language: WordingLanguage;
  /** BCP 47, what Intl and the component library format by. */
  readonly tag: string;
  readonly direction: Direction;
  readonly t: (id: Id, values?: Values) => string;
  /** What the company calls an entry of its catalogue; null: it has no such entry. */
  readonly entryName: (id: string) => string | null;
};

type Speaking = {
  readonly language: WordingLanguage;
  readonly zone: string;
};

/**
 * Speaks one language. `zone` is the site's IANA zone: every moment is written as the site's clock
 * shows it, wherever the reader sits.
 */
export function createWording(options: Speaking): Wording {
  return speak(options, messagesIn(options.language));
}

type Messages = Readonly<Record<WordingId, string>>;
const spoken = new Map<WordingLanguage, Messages>();

function messagesIn(language: WordingLanguage): Messages {
  const before = spoken.get(language);
  if (before) return before;
  const messages = { ...english, ...(isPseudo(language) ? {} : catalogues[language]) };
  spoken.set(language, messages);
  return messages;
}

/** The same with any sentences. Messages are compiled to token lists, never to code. */
export function speak<Id extends string>(
  { language, zone }: Speaking,
  messages: Readonly<Record<Id, string>>,
): Wording<Id> {
  const traits = languages[isPseudo(language) ? 'en' : language];
  const compiled = compiledOf(messages, isPseudo(language));
  const i18n = setupI18n({ locale: traits.tag, messages: { [traits.tag]: compiled } });
  const t: Wording<string>['t'] = (id, values) => i18n._(id, values && eachIsolated(values));
  const formats = createFormats(traits.tag, zone, (amount) => t('money.smallest', { amount }));
  return {
    ...formats,
    language,
    tag: traits.tag,
    direction: language === 'pseudoRtl' ? 'rtl' : traits.direction,
    t,
    entryName: () => null,
  };
}

function eachIsolated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  );
}

type Compiled = Readonly<Record<string, ReturnType<typeof compileMessage>>>;
const compiledBefore = new WeakMap<object, Compiled>();

/** The same sentences once only: they do not hang on the site's zone. */
function compiledOf(messages: Readonly<Record<string, string>>, pseudo: boolean): Compiled {
  const before = compiledBefore.get(messages);
  if (before) return before;
  const compiled = Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      compileMessage(pseudo ? pseudoMessage(message) : message),
    ]),
  );
  compiledBefore.set(messages, compiled);
  return compiled;
}

function isPseudo(language: WordingLanguage): language is 'pseudo' | 'pseudoRtl' {
  return language === 'pseudo' || language === 'pseudoRtl';
}
