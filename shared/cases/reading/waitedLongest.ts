import { plausibleTime } from '../../deadlines/plausibleTime.ts';
import type { RecordedTime } from '../../facts/time.ts';
import { type Workplace, workplaceNames } from '../../facts/workplaces.ts';
import type { CaseFile } from './caseFile.ts';

/**
 * Where a case has stood longest by `now` (epoch milliseconds, UTC): at the dock until its goods were
 * counted, at the bench until its verdict was proposed, at the desk since. What an overdue case's reason
 * starts from (policy.md, reading 5): each of its stretches is on record, so nobody has to guess.
 */
export function waitedLongest(
  file: Pick<CaseFile, 'arrivals' | 'countedOff' | 'unitGroups' | 'inspections'>,
  now: number,
): Workplace {
  const came = first(file.arrivals);
  const counted = last(file.countedOff) ?? last(file.unitGroups);
  const proposed = last(file.inspections);
  const ends = [counted ?? proposed ?? now, proposed ?? now, now];
  let from = came ?? now;
  let longest: { readonly place: Workplace; readonly ms: number } = { place: 'desk', ms: 0 };
  for (const [i, place] of workplaceNames.entries()) {
    const until = Math.max(from, ends[i] ?? now);
    if (until - from > longest.ms) longest = { place, ms: until - from };
    from = until;
  }
  return longest.place;
}

type Recorded = { readonly at: RecordedTime };

function first(facts: readonly Recorded[]): number | null {
  return facts.length === 0 ? null : Math.min(...facts.map(momentOf));
}

function last(facts: readonly Recorded[]): number | null {
  return facts.length === 0 ? null : Math.max(...facts.map(momentOf));
}

function momentOf({ at }: Recorded): number {
  return Date.parse(plausibleTime(at, null).instant);
}
