import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lastPlace } from '../../electron/main/windowPlace.ts';
import { wordsFor } from '../../electron/main/words.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1920, height: 1080 },
];
const usual = { width: 1366, height: 900, maximized: false };

async function placeAfter(saved: unknown) {
  const file = path.join(await temporaryFolder(), 'window.json');
  await writeFile(file, typeof saved === 'string' ? saved : JSON.stringify(saved));
  return lastPlace(file, screens);
}

describe('the window opens', () => {
  test('where it was', async () => {
    const place = { x: 2000, y: 40, width: 1400, height: 800, maximized: true };
    expect(await placeAfter(place)).toEqual(place);
  });

  test('in its size but on a screen, when that screen is gone', async () => {
    const size = { width: 1400, height: 800, maximized: false };
    for (const gone of [
      { x: 5000, y: 0 },
      { x: -3000, y: 0 },
      { x: 0, y: 1039 },
      { x: 0, y: -10 },
    ])
      expect(await placeAfter({ ...gone, ...size })).toEqual(size);
  });

  test('whole: no larger than what is free of the screen, and within it', async () => {
    const small = [{ x: 0, y: 24, width: 1366, height: 700 }];
    const file = path.join(await temporaryFolder(), 'window.json');
    expect(lastPlace(file, small)).toEqual({ ...usual, height: 700 });
    await writeFile(
      file,
      JSON.stringify({ x: 400, y: 300, width: 1920, height: 1080, maximized: false }),
    );
    expect(lastPlace(file, small)).toEqual({
      x: 0,
      y: 24,
      width: 1366,
      height: 700,
      maximized: false,
    });
    const tiny = [{ x: 0, y: 0, width: 1024, height: 600 }];
    expect(lastPlace('/nowhere/window.json', tiny)).toMatchObject({ width: 1024, height: 600 });
  });

  test.each(['', '{', '[]', '{"width":10,"height":10}', '{"width":"1e9"}', 'null'])(
    'as usual when the file says %j',
    async (saved) => {
      expect(await placeAfter(saved)).toEqual(usual);
    },
  );

  test('as usual the first time', () => {
    expect(lastPlace('/nowhere/window.json', screens)).toEqual(usual);
  });
});

describe('native dialogs speak', () => {
  test.each([
    ['de-AT', '2 Einträge sind noch nicht gesendet'],
    ['es', 'Faltan por enviar 2 registros'],
    ['zh-CN', '还有 2 条记录尚未发送'],
    ['en-GB', '2 entries have not been sent yet'],
    ['fr', '2 entries have not been sent yet'],
    ['', '2 entries have not been sent yet'],
  ])('%s', (locale, sentence) => {
    expect(wordsFor(locale).unsentTitle(2)).toBe(sentence);
  });

  test('of one entry in the singular', () => {
    expect(wordsFor('en').unsentTitle(1)).toBe('1 entry has not been sent yet');
  });
});
