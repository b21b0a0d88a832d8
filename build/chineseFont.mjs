/**
 * Makes the Chinese font the application carries: `assets/fonts/noto-sans-sc.woff2`, for a machine that
 * has none. Its signs are those of our own words and the 3 755 of the first level of GB 2312, so that
 * most names of clients are written in it as well and a new sentence seldom needs it made anew.
 *
 *   node build/chineseFont.mjs NotoSansSC_400Regular.ttf [pyftsubset]
 *
 * The file is that of the npm package @expo-google-fonts/noto-sans-sc (OFL 1.1); `pyftsubset` comes with
 * the Python packages fonttools and brotli.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv } from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const spoken = ['renderer/wording/zh', 'renderer/office/wording/zh'];
const font = path.join(root, 'assets/fonts/noto-sans-sc.woff2');

const [, , source, subset = 'pyftsubset'] = argv;
if (source === undefined) throw new Error('Which font? See the head of this file.');

const list = `${font}.txt`;
mkdirSync(path.dirname(font), { recursive: true });
writeFileSync(list, [...signs()].sort().join(''));
execFileSync(subset, [
  source,
  `--text-file=${list}`,
  '--flavor=woff2',
  '--layout-features=kern,palt,vert',
  '--no-hinting',
  '--desubroutinize',
  `--output-file=${font}`,
]);
rmSync(list);
process.stdout.write(`${font}: ${statSync(font).size} bytes\n`);

/** @returns {Set<string>} */
function signs() {
  const found = new Set(firstLevel());
  for (const room of spoken)
    for (const file of readdirSync(path.join(root, room)))
      for (const sign of readFileSync(path.join(root, room, file), 'utf8'))
        if (sign > '\u2E7F') found.add(sign);
  // 中文 names the language in every other one.
  for (const sign of '中文、。《》「」“”‘’（），：；？！…—·') found.add(sign);
  return found;
}

/** Rows 16 to 55 of GB 2312, by how they sound. @returns {string[]} */
function firstLevel() {
  const decoder = new TextDecoder('gb18030');
  const all = [];
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const sign = decoder.decode(new Uint8Array([row, cell]));
      // The last five places of the level are empty.
      if (/^\p{Script=Han}$/u.test(sign)) all.push(sign);
    }
  return all;
}
