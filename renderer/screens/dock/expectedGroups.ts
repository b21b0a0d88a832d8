import type { LocalDate } from '../../../shared/returns/time.ts';
import type { CaseRow } from '../../queries/caseRow.ts';

export type ExpectedGroup = {
  readonly when: 'overdue' | 'today' | 'later' | 'undated';
  /** The day of a group that lies ahead. */
  readonly date: LocalDate | null;
  readonly rows: readonly CaseRow[];
};

/**
 * What may still come through the door: today's first, then day by day, then what nobody dated, and
 * what should have come before at the end. What is here already is not expected; what did not come
 * with its parcel is, with a day of its own.
 */
export function expectedGroups(
  rows: readonly CaseRow[],
  today: LocalDate,
): readonly ExpectedGroup[] {
  const coming = rows.filter((row) => row.remainder !== null || !isHere(row));
  const groups = new Map<string, CaseRow[]>();
  for (const row of coming) {
    const day = row.remainder?.until ?? row.expectedOn;
    const key = day === null ? 'undated' : day < today ? 'overdue' : day;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .map(([key, its]): ExpectedGroup => {
      if (key === 'undated' || key === 'overdue') return { when: key, date: null, rows: its };
      return key === today
        ? { when: 'today', date: key, rows: its }
        : { when: 'later', date: key, rows: its };
    })
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function isHere({ state }: CaseRow): boolean {
  return state === 'received';
}

function orderOf({ when, date }: ExpectedGroup): string {
  if (when === 'undated') return '2';
  return when === 'overdue' ? '3' : `1 ${date ?? ''}`;
}
