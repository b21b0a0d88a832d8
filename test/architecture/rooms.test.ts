import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesIn } from './circlesIn.ts';
import { filesBelow } from './filesBelow.ts';
import { importsOf } from './importGraph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tops = ['shared', 'electron', 'renderer', 'central', 'build', 'test'];
const outsiders = /(^|\/)(node_modules|migrations|fixtures)\//;
const files = tops
  .flatMap((top) => filesBelow(path.join(root, top)).map((file) => `${top}/${file}`))
  .filter((file) => !outsiders.test(file));
const most = 25;

type Arrow = readonly [from: string, to: string];

/** Who imports whom, types too. */
const imports: readonly Arrow[] = files
  .filter((file) => /\.(tsx?|mjs)$/.test(file))
  .flatMap((file) =>
    importsOf(path.join(root, file)).map(
      (taken): Arrow => [file, path.relative(root, taken.file).split(path.sep).join('/')],
    ),
  );

/** The folder a file lies in; what lies right below the top is a room of its own. */
function roomOf(file: string): string {
  return file.split('/').length < 3 ? file : path.posix.dirname(file);
}

describe('rooms', () => {
  test('the sources were read', () => {
    expect(files.length).toBeGreaterThan(1000);
    expect(imports.length).toBeGreaterThan(4000);
  });

  test('no two files need each other, by type either', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  test('no two rooms need each other', () => {
    const between = imports
      .filter(([from]) => !from.startsWith('test/'))
      .map(([from, to]): Arrow => [roomOf(from), roomOf(to)])
      .filter(([from, to]) => from !== to);
    expect(between.length).toBeGreaterThan(1000);
    expect(circlesIn(between)).toEqual([]);
  });

  test('hold at most 25 files each, folders not counted', () => {
    expect(tooFull(files, most)).toEqual([]);
  });
});

test('a circle is found however long it is, and a room too full', () => {
  expect(
    circlesIn([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'e'],
      ['d', 'd'],
    ]),
  ).toEqual([['a', 'b', 'c']]);
  expect(
    circlesIn([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ]),
  ).toEqual([]);
  expect(tooFull(['a/one', 'a/two', 'a/b/three'], 1)).toEqual(['a: 2']);
});

function tooFull(all: readonly string[], limit: number): readonly string[] {
  const rooms = Map.groupBy(all, (file) => path.posix.dirname(file));
  return [...rooms].flatMap(([room, { length }]) => (length > limit ? [`${room}: ${length}`] : []));
}
