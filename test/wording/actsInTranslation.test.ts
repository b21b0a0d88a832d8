import { describe, expect, test } from 'vitest';
import { catalogues, english, isWordingId } from '../../renderer/wording/catalogues.ts';
import { type Act, acts } from './actsInTranslation.ts';

const ids = Object.keys(english).filter(isWordingId);

/** Sentences of a language that name an act the English one does not. */
function saysMore(language: 'de' | 'es' | 'zh', act: Act) {
  const said = catalogues[language];
  return ids.filter((id) => act[language].test(said[id] ?? '') && !act.en.test(english[id]));
}

describe.each(['de', 'es', 'zh'] as const)('A sentence in %s', (language) => {
  test.each(Object.entries(acts))(
    'names an act to %s only where the English one does',
    (_, act) => {
      expect(
        saysMore(language, act).map((id) => `${id}: ${english[id]} | ${catalogues[language][id]}`),
      ).toEqual([]);
    },
  );
});

test('what a translation said once and was not so would be seen', () => {
  for (const [language, act, said, meant] of [
    ['de', 'receive', 'Den Rest haben andere Fälle erhalten.', 'other cases were granted the rest'],
    ['es', 'receive', 'otros casos recibieron el resto', 'other cases were granted the rest'],
    ['es', 'send', 'Pasa a inspección.', 'The bench inspects it.'],
    ['zh', 'send', '送往检验台，之后仍可关联退货。', 'The bench inspects it.'],
    ['zh', 'send', '结论已提交', 'The verdict is proposed'],
    ['zh', 'approve', '此前已审批', 'Decided before'],
    ['de', 'pay', 'Der Betrag wurde erstattet.', 'Due'],
  ] as const) {
    const { [language]: theirs, en: ours } = acts[act];
    expect([said, theirs.test(said), ours.test(meant)]).toEqual([said, true, false]);
  }
});
