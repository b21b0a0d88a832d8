import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { officeCatalogues } from '../../renderer/office/wording/officeCatalogues.ts';
import { catalogues } from '../../renderer/wording/catalogues.ts';
import { languages } from '../../renderer/wording/languages.ts';
import { signsInFont } from './signsInFont.ts';

const file = path.resolve(import.meta.dirname, '../../assets/fonts/noto-sans-sc.woff2');
const drawn = signsInFont(readFileSync(file));
/** What the Latin fonts do not draw: the ranges of `chineseFont.css`. */
const chinese = /[\u2E80-\u9FFF\uFE30-\uFE4F\uFF00-\uFFEF]/gu;

test('the font that is carried draws every sign of our Chinese words, and of the language’s name', () => {
  const said = [
    ...Object.values(catalogues.zh),
    ...Object.values(officeCatalogues.zh),
    languages.zh.name,
  ].join('');
  const signs = new Set(said.match(chinese));
  expect(signs.size).toBeGreaterThan(700);
  const lacking = [...signs].filter((sign) => !drawn.has(sign.codePointAt(0) ?? 0));
  // Then: node build/chineseFont.mjs
  expect(lacking.join('')).toBe('');
});

test('it is no more than a subset', () => {
  expect(statSync(file).size).toBeLessThan(700_000);
  // Signs nobody writes in names or here.
  for (const sign of ['龘', '鱻', '麤']) expect(drawn.has(sign.codePointAt(0) ?? 0)).toBe(false);
});
