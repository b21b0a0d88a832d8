import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../build/system/dependencies.mjs';
import { filesBelow } from './filesBelow.ts';

const renderer = path.join(projectRoot, 'renderer');
const sheets = filesBelow(renderer).filter((file) => file.endsWith('.css'));
const rule = /([^{}]+)\{([^{}]*)\}/g;
const scrolls = /overflow(?:-[xy]|-block|-inline)?:[^;]*(?:auto|scroll)/;

// What is hidden for the eye lies absolutely: a radio's own input, the words of a table. Where what scrolls
// does not hold it, it makes the whole page longer, which moves as soon as that takes the focus.
test('whatever scrolls holds what lies absolutely in it', () => {
  const found = sheets.flatMap((file) =>
    [...readFileSync(path.join(renderer, file), 'utf8').matchAll(rule)].flatMap(
      ([, selector = '', body = '']) =>
        scrolls.test(body) && !/position:/.test(body)
          ? [`${file}: ${selector.trim().split('\n').at(-1)} (say: position: relative)`]
          : [],
    ),
  );
  expect(found).toEqual([]);
  expect(sheets.length).toBeGreaterThan(50);
});
