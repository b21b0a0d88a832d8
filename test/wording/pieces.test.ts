import { expect, test } from 'vitest';
import { sayCount } from '../../renderer/screens/desk/openCase/compare/sayGoods.ts';
import { createWording } from '../../renderer/wording/createWording.ts';
import { languageKeys } from '../../renderer/wording/languages.ts';

test('one piece is one, thousands are grouped, and a weight keeps its fraction, in every language', () => {
  const said = languageKeys.map((language) => {
    const wording = createWording({ language, zone: 'America/New_York' });
    return [
      sayCount(wording, { unit: 'EA' }, 1),
      sayCount(wording, { unit: 'EA' }, 12_000),
      sayCount(wording, { unit: 'PR' }, 1),
      sayCount(wording, { unit: 'KG' }, 12.5),
    ].join(' · ');
  });
  expect(said).toEqual([
    '1 pc · 12,000 pcs · 1 pair · 12.5 kg',
    '1 Stück · 12.000 Stück · 1 Paar · 12,5 kg',
    '1 ud. · 12.000 uds. · 1 par · 12,5 kg',
    '1 件 · 12,000 件 · 1 双 · 12.5 千克',
  ]);
});
