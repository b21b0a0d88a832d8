/** Plays schedules until one breaks a promise, and tells the smallest such day as a story. */
import fc from 'fast-check';
import { type Schedule, schedules } from './schedule.ts';
import type { Bug } from './seededBugs.ts';
import { play } from './world.ts';

export type Simulated = {
  /** How many schedules were played until one broke a promise, or all of them. */
  readonly played: number;
  readonly story: string | null;
};

export function simulate(given: {
  readonly schedules: number;
  readonly seed: number;
  readonly bug?: Bug;
  /** Look for the smallest such schedule: takes a while. */
  readonly shrink?: boolean;
}): Simulated {
  const { bug = null, shrink = true } = given;
  const run = fc.check(
    fc.property(schedules(), (schedule) => play(schedule, bug).length === 0),
    { numRuns: given.schedules, seed: given.seed, endOnFailure: !shrink },
  );
  const [smallest] = run.counterexample ?? [];
  return {
    played: run.numRuns,
    story: smallest === undefined ? null : told(smallest, bug, given.seed),
  };
}

/** The schedule as sentences, with the promises it breaks. */
export function told(schedule: Schedule, bug: Bug | null, seed: number): string {
  const lines = [`seed ${seed}, ${schedule.stations} stations`];
  const broken = play(schedule, bug, (text) => lines.push(`  ${text()}`));
  return [...lines, ...broken.map((promise) => `✗ ${promise}`)].join('\n');
}
