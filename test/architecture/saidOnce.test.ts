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
