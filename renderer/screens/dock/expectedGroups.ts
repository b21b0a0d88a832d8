import type { LocalDate } from '../../../shared/facts/time.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { ExpectedDay, ExpectedRows } from '../../queries/lists/expected.ts';
import { partAt } from '../../queries/partAt.ts';

export type ExpectedGroup = {
  readonly when: 'overdue' | 'today' | 'later' | 'undated';
  /** The day of a group that lies ahead. */
  readonly date: LocalDate | null;
  readonly rows: ExpectedRows;
};

/**
 * What may still come through the door: today's first, then day by day, then what nobody dated, and
 * what should have come before at the end.
 */
export function expectedGroups(
  days: readonly ExpectedDay[],
  today: LocalDate,
): readonly ExpectedGroup[] {
  const ahead = days.flatMap(({ day, rows }): readonly ExpectedGroup[] =>
    day === null || day < today
      ? []
      : [{ when: day === today ? 'today' : 'later', date: day, rows }],
  );
  const undated = days.flatMap(({ day, rows }): readonly ExpectedGroup[] =>
    day === null ? [{ when: 'undated', date: null, rows }] : [],
  );
  const before = days.flatMap(({ day, rows }) => (day !== null && day < today ? [rows] : []));
  const overdue: readonly ExpectedGroup[] =
    before.length === 0 ? [] : [{ when: 'overdue', date: null, rows: oneAfterAnother(before) }];
  return [...ahead, ...undated, ...overdue];
}

function oneAfterAnother(parts: readonly ExpectedRows[]): ExpectedRows {
  let length = 0;
  const starts = parts.map((rows) => {
    const start = length;
    length += rows.length;
    return { start, length: rows.length, rows };
  });
  const partOf = partAt(starts);
  return {
    length,
    at(index) {
      const part = partOf(index);
      return part?.rows.at(index - part.start);
    },
    keyAt(index) {
      const part = partOf(index);
      return part?.rows.keyAt(index - part.start) ?? String(index);
    },
  };
}

/** A head or a row of the list as it is drawn. */
type ExpectedLine = {
  readonly key: string;
  readonly group: ExpectedGroup;
  /** null: the head of the group. */
  readonly row: CaseRow | null;
  /** Its place in the group from 1 on, 0 for the head. */
  readonly position: number;
};

export type ExpectedLines = {
  readonly length: number;
  readonly at: (index: number) => ExpectedLine | null;
  /** The same as in the line, which is not made for it. */
  readonly keyAt: (index: number) => string;
  readonly isHeadAt: (index: number) => boolean;
};

/** The head of each group and its rows, one after another; made as they are asked for. */
export function linesOfGroups(groups: readonly ExpectedGroup[]): ExpectedLines {
  let length = 0;
  const starts = groups.map((group) => {
    const start = length;
    length += 1 + group.rows.length;
    return { start, length: 1 + group.rows.length, group };
  });
  const ownOf = partAt(starts);
  return {
    length,
    isHeadAt: (index) => ownOf(index)?.start === index,
    keyAt(index) {
      const own = ownOf(index);
      if (!own) return String(index);
      return own.start === index
        ? keyOfGroup(own.group)
        : own.group.rows.keyAt(index - own.start - 1);
    },
    at(index) {
      const own = ownOf(index);
      if (!own) return null;
      const { group } = own;
      const position = index - own.start;
      if (position === 0) return { key: keyOfGroup(group), group, row: null, position };
      const row = group.rows.at(position - 1);
      return row ? { key: row.caseId, group, row, position } : null;
    },
  };
}

export function keyOfGroup({ when, date }: ExpectedGroup): string {
  return `${when} ${date ?? ''}`;
}
