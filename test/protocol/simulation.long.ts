import { expect, test } from 'vitest';
import { noteFigures, rounds } from '../faults/figures.ts';
import { type Bug, bugs } from './seededBugs.ts';
import { simulate } from './simulate.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test('A million schedules break no promise', async () => {
  const each = Math.ceil(rounds(1_000_000) / seeds.length);
  const began = performance.now();
  let played = 0;
  const stories: string[] = [];
  for (const seed of seeds) {
    const simulated = simulate({ schedules: each, seed });
    played += simulated.played;
    if (simulated.story !== null) stories.push(simulated.story);
  }
  const seconds = (performance.now() - began) / 1000;
  await noteFigures(1, 'protocol simulation', {
    schedules: played,
    seeds: seeds.length,
    'schedules/s': Math.round(played / seconds),
    violations: stories.length,
  });
  expect(stories.join('\n\n')).toBe('');
});

test('Every seeded bug is found within 2 000 schedules, whatever the seed', async () => {
  const most = 2_000;
  const slowest: Record<string, number> = {};
  const missed: string[] = [];
  const tried = seeds.slice(0, rounds(seeds.length));
  for (const bug of Object.keys(bugs) as Bug[]) {
    for (const seed of tried) {
      const { played, story } = simulate({ schedules: most, seed, bug, shrink: false });
      slowest[bug] = Math.max(slowest[bug] ?? 0, played);
      if (story === null) missed.push(`${bug} with seed ${seed}`);
    }
  }
  await noteFigures(2, 'seeded bugs, schedules until found (slowest seed)', slowest);
  expect(missed).toEqual([]);
});
