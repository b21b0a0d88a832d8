import type { Instant } from '../../shared/returns/time.ts';
import type { CaseListRow, FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { leavesClockAlone } from './deadlineOfCase.ts';
import { casesTouchedBy } from './factsOfCases.ts';
import { leastSafe } from './projectCase.ts';
import { nextRevision, refreshCases } from './refreshCases.ts';

/** A stored fact and what central's answer makes of it. */
export type AnsweredFact = { readonly before: FactRow; readonly after: FactRow };

/**
 * Brings the list rows up to answers just stored, within their transaction. Most answers say no
 * more than that a fact is safe: those are counted off without reading the case again.
 */
export async function noteAnswers(
  db: StationDatabase,
  answers: readonly AnsweredFact[],
  now: Instant,
): Promise<void> {
  // The last word on each counts.
  const answered = [...new Map(answers.map((one) => [one.after.id, one])).values()];
  const telling = answered.filter((one) => !isOnlySafer(one)).map((one) => one.after);
  const anew = new Set(await casesTouchedBy(db, telling));
  const counted = new Map<string, AnsweredFact[]>();
  for (const one of answered) {
    const { caseId } = one.after;
    if (caseId === '' || anew.has(caseId)) continue;
    counted.set(caseId, [...(counted.get(caseId) ?? []), one]);
  }
  const rows = await db.caseRows.bulkGet([...counted.keys()]);
  const revision = counted.size > 0 ? await nextRevision(db) : 0;
  const patched = [...counted].flatMap(([caseId, facts], index): readonly CaseListRow[] => {
    const row = rows[index];
    if (row) return [{ ...row, ...savedAfter(row, facts), revision }];
    anew.add(caseId);
    return [];
  });
  await db.caseRows.bulkPut(patched);
  await refreshCases(db, [...anew], now, 'facts');
}

/** Nothing else that lists show of its case can have changed. A blind arrival may be of many cases. */
function isOnlySafer({ before, after }: AnsweredFact): boolean {
  return (
    after.caseId !== '' &&
    before.acceptance !== 'refused' &&
    after.acceptance !== 'refused' &&
    leavesClockAlone(before, after)
  );
}

function savedAfter(
  { waiting }: CaseListRow,
  facts: readonly AnsweredFact[],
): Pick<CaseListRow, 'waiting' | 'saved'> {
  const more = (acceptance: 'here' | 'sent') =>
    facts.filter((one) => one.after.acceptance === acceptance).length -
    facts.filter((one) => one.before.acceptance === acceptance).length;
  const left = { here: waiting.here + more('here'), sent: waiting.sent + more('sent') };
  return { waiting: left, saved: leastSafe(left) };
}
