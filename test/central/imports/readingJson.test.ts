import { expect, test } from 'vitest';
import { looked, rowsOf } from './aFile.ts';

test('JSON is an array of objects, or one on each line', async () => {
  const rows = [
    { at: '1', order: 'A-1', 'article.number': '7' },
    { at: '2', order: 'A-2', wide: 'true' },
  ];
  const [one, two] = ['{"order":"A-1","article":{"number":"7"}}', '{"order":"A-2","wide":true}'];
  expect(await rowsOf('a.json', `[${one},\n ${two}]`)).toEqual(rows);
  expect(await rowsOf('a.ndjson', `${one}\r\n${two}\n`)).toEqual(rows);
  expect(await rowsOf('a', `\ufeff[${one},${two}]`)).toEqual(rows);
});

test('numbers keep the digits they were written with, lists a line for each, and nothing is a cell', async () => {
  const json =
    '[{"price":12.3400,"net":123456789012345678901234.5,"serials":["a","b",3],"left":null,"text":"x\\u0022}]"}]';
  expect(await rowsOf('a.json', json)).toEqual([
    {
      at: '1',
      price: '12.3400',
      net: '123456789012345678901234.5',
      serials: 'a\nb\n3',
      text: 'x"}]',
    },
  ]);
  expect(await looked('a.json', json)).toMatchObject({ headingsRow: null, rows: 1 });
});

test.each([
  ['[{"a":1},{"a":', 'Entry 2 is no JSON object: it is cut off'],
  ['[{"a":1}] {"a":2}', 'Entry 2 is no JSON object: more stands behind the end'],
  ['[{"a":1} 5]', 'Entry 2 is no JSON object: “5” stands between objects'],
  ['[{a:1}]', 'Entry 1 is no JSON object: '],
  ['[{"a":1}', 'Entry 2 is no JSON object: it is cut off'],
  [`[${'{"a":'.repeat(70)}1${'}'.repeat(70)}]`, 'Entry 1 is no JSON object: it is too deep'],
])('what is none is refused with its place: %s', async (json, words) => {
  expect(await rowsOf('a.json', json)).toContain(words);
});
