import { describe, expect, test } from 'vitest';
import { catalogues, type WordingId } from '../../renderer/wording/catalogues.ts';
import { type Language, languageKeys } from '../../renderer/wording/languages.ts';

/** A last day that is told as over. */
const toldAsOver: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:was|were|ended|had been)\b[^.;{]*\{(?:dueOn|until)\}/i,
  de: /\b(?:war|endete|lief)\b[^.;{]*\{(?:dueOn|until)\}/i,
  es: /\b(?:era|fue|acabó|terminó|venció)\b[^.;{]*\{(?:dueOn|until)\}/i,
  zh: /(?:曾|已于|原定)[^。；{]*\{(?:dueOn|until)\}/,
};
/** Said only once that day is over: of what came after it, or of what has not come and is late. */
const over: readonly WordingId[] = [
  'why.transport.objectedLate',
  'why.ask.objectedLate',
  'why.review.overdue',
  'why.inspect.overdue',
  'why.period.exceeded',
];

/** What was in time may have been so weeks before the last day, which is still to come. */
describe('A day that may be to come is not told as over', () => {
  test.each(languageKeys)('in %s', (language) => {
    const told = Object.entries(catalogues[language]).flatMap(([id, said]) =>
      toldAsOver[language].test(said) ? [id] : [],
    );
    expect(told.filter((id) => !over.some((one) => one === id))).toEqual([]);
  });
});

test('the sentence that was said in November of a day in December would be seen', () => {
  expect(
    toldAsOver.en.test('The application came on {receivedOn}; the last day was {dueOn}.'),
  ).toBe(true);
  expect(toldAsOver.de.test('Der Antrag kam am {receivedOn}; letzter Tag war {dueOn}.')).toBe(true);
  expect(toldAsOver.es.test('La solicitud llegó el {receivedOn}; el último día era {dueOn}.')).toBe(
    true,
  );
});
