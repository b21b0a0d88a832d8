import { acceptedMs, dayMs } from '../../shared/cases/retention.ts';
import type { Instant } from '../../shared/facts/time.ts';
import type { AckRange } from '../storage/rows.ts';

/**
 * The runs after these answers. `plain`: numbers central said yes to; `told`: numbers whose answer
 * stands in their fact, which a run may pass over.
 */
export function ackRangesAfter(
  runs: readonly AckRange[],
  answers: {
    readonly plain: readonly number[];
    readonly told: readonly number[];
    readonly at: Instant;
  },
): readonly AckRange[] {
  const { plain, told, at } = answers;
  const yes = new Set(plain);
  const stretches: { from: number; through: number; yes: boolean }[] = [];
  for (const sequence of [...new Set([...plain, ...told])].sort((a, b) => a - b)) {
    const open = stretches.at(-1);
    if (open?.through !== sequence - 1)
      stretches.push({ from: sequence, through: sequence, yes: yes.has(sequence) });
    else {
      open.through = sequence;
      open.yes ||= yes.has(sequence);
    }
  }
  const made = stretches.flatMap(({ from, through, yes: isYes }) =>
    isYes ? [{ from, through, at }] : [],
  );
  const together: AckRange[] = [];
  for (const run of [...runs, ...made].sort((a, b) => a.from - b.from)) {
    const last = together.at(-1);
    if (!last || !areOne(last, run, at)) together.push(run);
    else together[together.length - 1] = united(last, run);
  }
  return together;
}

/** What is left of the runs once these numbers are offered again. */
export function ackRangesWithout(
  runs: readonly AckRange[],
  offered: readonly number[],
): readonly AckRange[] {
  return offered.reduce((left, sequence) => {
    if (!left.some(({ from, through }) => from <= sequence && sequence <= through)) return left;
    return left
      .flatMap((run) => [
        { ...run, through: Math.min(run.through, sequence - 1) },
        { ...run, from: Math.max(run.from, sequence + 1) },
      ])
      .filter(({ from, through }) => from <= through);
  }, runs);
}

/** Neighbours of one day count as one, and all from before the time that anything is offered again. */
function areOne(one: AckRange, next: AckRange, now: Instant): boolean {
  if (next.from <= one.through) return true;
  if (next.from > one.through + 1) return false;
  const isOld = (at: Instant) => Date.parse(at) < Date.parse(now) - acceptedMs - dayMs;
  return one.at.slice(0, 10) === next.at.slice(0, 10) || (isOld(one.at) && isOld(next.at));
}

function united(one: AckRange, next: AckRange): AckRange {
  return {
    from: one.from,
    through: Math.max(one.through, next.through),
    at: one.at > next.at ? one.at : next.at,
  };
}
