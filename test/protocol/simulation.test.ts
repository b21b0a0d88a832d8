import { describe, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const patience = 240_000;
/** Ordinary runs take these, mutation testing fewer, `simulation.long.ts` a million. */
const schedules = Number(process.env['SCHEDULES'] ?? 2_500);

describe('Whatever network, crashes and back-ups do to two to five stations and central', () => {
  test.each([20_261, 11_23])(
    'nothing is lost, nothing counts twice, and everybody ends up with the same (seed %i)',
    { timeout: patience },
    (seed) => {
      const { played, story } = simulate({ schedules, seed });
      expect(story ?? 'all well').toBe('all well');
      expect(played).toBe(schedules);
    },
  );
});
