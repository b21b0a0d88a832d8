import { test } from 'vitest';
import { rounds } from '../../faults/figures.ts';
import { expectKeptThroughKills } from './journalKills.ts';

const kills = rounds(20);

test(`${kills} times kill -9 while it saves: every acknowledged command is there`, async () => {
  await expectKeptThroughKills(kills);
});
