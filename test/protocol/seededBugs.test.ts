import { describe, expect, test } from 'vitest';
import { type Bug, bugs } from './seededBugs.ts';
import { simulate } from './simulate.ts';

const patience = 120_000;
const most = 2_000;
const seeded = Object.entries(bugs) as [Bug, string][];

describe('The simulation notices within 2 000 schedules when', () => {
  test.each(seeded)('%s: %s', { timeout: patience }, (bug) => {
    const { story } = simulate({ schedules: most, seed: 1, bug, shrink: false });
    expect(story).toContain('✗');
  });
});

test('A broken promise is told as a short story of what happened', { timeout: patience }, () => {
  const { story } = simulate({ schedules: most, seed: 1, bug: 'journalNotRead' });
  const lines = story?.split('\n') ?? [];
  const calm = lines.findIndex((line) => line.includes('the network heals'));
  expect(lines[0]).toBe('seed 1, 2 stations');
  expect(lines.slice(1, calm).join('\n')).toMatch(/[AB] (saves|journals only) .*\n.*[AB] crashes/s);
  expect(calm).toBeLessThan(20);
  expect(lines.filter((line) => line.startsWith('✗')).length).toBeGreaterThan(0);
});
