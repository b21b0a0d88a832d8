import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { officeCatalogues } from '../../renderer/office/wording/officeCatalogues.ts';
import { catalogues } from '../../renderer/wording/catalogues.ts';
import { type Language, languageKeys } from '../../renderer/wording/languages.ts';

const glossary = readFileSync(
  path.resolve(import.meta.dirname, '../../renderer/wording/GLOSSARY.md'),
  'utf8',
);

/** Words that were said for what has another one, and which: see the glossary. */
const second: Readonly<Record<Language, readonly (readonly [said: RegExp, say: string])[]>> = {
  en: [],
  de: [
    [/\bEntscheide?\b/, 'Ergebnis (verdict) or Entscheidung (decision)'],
    [/\bRetoure/, 'Rücksendung'],
    [/\bSpediteur/, 'Frachtführer'],
    [/\bSendung(?:en)?\b/, 'Paket'],
    [/\bAufsicht\b/, 'Leitung'],
    [/\bfalsche[mnr]? Gebrauch/, 'unsachgemäßer Gebrauch'],
    [/\bDONE\b/, 'FERTIG'],
  ],
  es: [
    [/\bveredicto/i, 'dictamen'],
    [/\bmal uso/i, 'uso indebido'],
    [/inspec[^.]*\ben el banco\b/i, 'en el puesto de inspección'],
    [/\b(?:supervisor|inspector)(?:es)?\b/i, 'la supervisión, alguien de inspección'],
    [/\bDONE\b/, 'LISTO'],
  ],
  zh: [
    [/货品|物品/, '商品 (article) or 货物 (goods)'],
    [/仓库/, '站点 (site)'],
    [/中心|中央/, '总部 (central)'],
    [/承运商/, '承运人'],
    [/不当使用/, '使用不当'],
    [/签字/, '签署'],
    [/改判/, '例外处理'],
    [/核准/, '准许'],
    [/预报|申报/, '预告'],
    [/本站(?!点)/, '本工作站'],
    [/申诉|投诉/, '索赔'],
    [/\bDONE\b/, '完成'],
  ],
};

describe('One thing has one word', () => {
  test.each(languageKeys)('in %s', (language) => {
    const everything = { ...catalogues[language], ...officeCatalogues[language] };
    const said = Object.entries(everything).flatMap(([id, words]) =>
      second[language].flatMap(([wrong, say]) =>
        wrong.test(words) && !(language === 'en') ? [`${id}: say ${say}`] : [],
      ),
    );
    expect(said).toEqual([]);
  });

  test('a verdict is no finding in German', () => {
    const said = Object.entries(catalogues.de).filter(
      ([id, words]) => /verdict(?!Decided)/i.test(id) && /Befund/.test(words),
    );
    expect(said.map(([id]) => id)).toEqual([]);
  });

  test('undo and back are two words in each language', () => {
    for (const language of languageKeys) {
      const { 'action.back': back, 'dock.command.undo': undo } = catalogues[language];
      expect(`${language} ${undo}`).not.toBe(`${language} ${back}`);
    }
  });

  test.each(languageKeys.filter((language) => language !== 'en'))(
    'the glossary says the words that are said, in %s',
    (language) => {
      const rows = glossary.split('\n').filter((line) => line.startsWith('| **'));
      expect(rows.length).toBeGreaterThan(15);
      const column = ['en', 'de', 'es', 'zh'].indexOf(language) + 1;
      const all = Object.values(catalogues[language]).join(' ').toLowerCase();
      const unsaid = rows.flatMap((row) => {
        const word = (row.split('|')[column] ?? '').replaceAll('*', '').trim();
        const forms = word.split('/').map((one) => one.trim().toLowerCase());
        return forms.some((one) => all.includes(one)) ? [] : [word];
      });
      expect(unsaid).toEqual([]);
    },
  );
});
