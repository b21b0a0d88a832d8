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
    const its = groups.get(key);
    if (its) its.push(row);
    else groups.set(key, [row]);
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

/** A head or a row of the list as it is drawn. */
export type ExpectedLine = {
  readonly key: string;
  readonly group: ExpectedGroup;
  /** null: the head of the group. */
  readonly row: CaseRow | null;
  /** Its place in the group from 1 on, 0 for the head. */
  readonly position: number;
};

/** The head of each group and its rows, one after another; made as they are asked for. */
export function linesOfGroups(groups: readonly ExpectedGroup[]): {
  readonly length: number;
  readonly at: (index: number) => ExpectedLine | null;
} {
  let length = 0;
  const starts = groups.map((group) => {
    const start = length;
    length += 1 + group.rows.length;
    return { start, group };
  });
  return {
    length,
    at(index) {
      const own = starts.findLast(({ start }) => start <= index);
      if (!own) return null;
      const { group } = own;
      const position = index - own.start;
      if (position === 0) return { key: keyOfGroup(group), group, row: null, position };
      const row = group.rows[position - 1];
      return row ? { key: row.caseId, group, row, position } : null;
    },
  };
}

export function keyOfGroup({ when, date }: ExpectedGroup): string {
  return `${when} ${date ?? ''}`;
}

function isHere({ state }: CaseRow): boolean {
  return state === 'received';
}

function orderOf({ when, date }: ExpectedGroup): string {
  if (when === 'undated') return '2';
  return when === 'overdue' ? '3' : `1 ${date ?? ''}`;
}
