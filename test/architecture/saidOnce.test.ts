import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { placeKeys } from '../../renderer/components/generic/keys/keys.ts';
import { workplaceNames } from '../../shared/facts/workplaces.ts';
import { filesBelow } from './filesBelow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = ['renderer', 'shared', 'electron/main', 'electron/preload'].flatMap((room) =>
  filesBelow(path.join(root, room))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
);

test('the places of work are listed in one file', () => {
  const elsewhere = [
    'shared/facts/workplaces.ts',
    // A reason for being late, which has the word of a place where it was that place.
    'shared/facts/decisionFacts.ts',
    // Sealed: as it was shipped.
    'renderer/storage/upgrades/',
  ];
  const listed = /(['"])dock\1\s*[,|]\s*(['"])bench\2\s*[,|]\s*(['"])desk\3/;
  const lists = sources.filter((file) => listed.test(read(file)));
  expect(lists.filter((file) => !elsewhere.some((known) => file.startsWith(known)))).toEqual([]);
  expect(lists).toContain('shared/facts/workplaces.ts');
});

test('every place of work has a key', () => {
  expect(placeKeys).toHaveLength(workplaceNames.length);
});

/** A run of more lines than this that says the same to the letter is one thing written twice. */
const mostAlike = 8;

test('no more than eight lines stand alike in two files', () => {
  const told = everySource().flatMap((file) => runsOf(file));
  const first = new Map<string, string>();
  const twice = new Set<string>();
  for (const { text, file } of told) {
    const other = first.get(text);
    if (other === undefined) first.set(text, file);
    else if (other !== file) twice.add(`${other} ~ ${file}`);
  }
  expect([...twice].toSorted()).toEqual([]);
  expect(told.length).toBeGreaterThan(10_000);
});

function everySource(): readonly string[] {
  return ['renderer', 'shared', 'electron', 'central', 'build'].flatMap((room) =>
    filesBelow(path.join(root, room))
      .map((file) => `${room}/${file}`)
      // Migrations and upgrades are sealed: the next one says again what it changes.
      .filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !/migrations|upgrades\//.test(file)),
  );
}

/** Every run of lines one longer than may be alike, without what is thin: imports, brackets, comments. */
function runsOf(file: string): readonly { readonly text: string; readonly file: string }[] {
  const lines = read(file)
    .replaceAll(/^import [^;]*;$/gm, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && !/^(\/\/|\/\*|\*)/.test(line));
  return lines.slice(mostAlike).map((_, at) => ({
    text: lines.slice(at, at + mostAlike + 1).join('\n'),
    file,
  }));
}
