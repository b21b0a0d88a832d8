import type { CaseListRow } from '../../storage/rows.ts';
import type { CaseLine, Days } from './caseLines.ts';

/** What is expected, found by its case and by whose it is, without going through the list. */
export type ExpectedOf = {
  readonly byCase: (caseId: string) => CaseListRow | undefined;
  /**
   * Of what a client announced to a site at least so many, where there are: what is due by this day
   * before what is not, each in the order of their ids.
   */
  readonly ofClient: (who: Whose, today: string, many: number) => readonly CaseListRow[];
};

export type Whose = Pick<CaseListRow, 'siteId' | 'clientId'>;

type Part = {
  readonly byCase: ReadonlyMap<string, CaseListRow>;
  /** By the day they are expected on. */
  readonly byClient: ReadonlyMap<string, ReadonlyMap<string | null, readonly CaseListRow[]>>;
};

/** A part of a list no case of which changed is the same array. */
const indexed = new WeakMap<readonly CaseLine[], Part>();

export function expectedOf(dock: Days): ExpectedOf {
  const parts = [...dock.values()].map(partOf);
  return {
    byCase(caseId) {
      for (const { byCase } of parts) {
        const row = byCase.get(caseId);
        if (row) return row;
      }
      return undefined;
    },
    ofClient(who, today, many) {
      const days = parts.flatMap(({ byClient }) => [...(byClient.get(keyOf(who)) ?? [])]);
      const isDue = ([day]: (typeof days)[number]) => day !== null && day <= today;
      const due = firstOf(days.filter(isDue), many);
      if (due.length >= many) return due;
      return [
        ...due,
        ...firstOf(
          days.filter((day) => !isDue(day)),
          many - due.length,
        ),
      ];
    },
  };
}

function firstOf(
  days: readonly (readonly [string | null, readonly CaseListRow[]])[],
  many: number,
): readonly CaseListRow[] {
  const some = days.flatMap(([, rows]) => rows.slice(0, many));
  return days.length === 1 ? some : some.sort(byCaseId).slice(0, many);
}

function partOf(lines: readonly CaseLine[]): Part {
  const known = indexed.get(lines);
  if (known) return known;
  const byCase = new Map<string, CaseListRow>();
  const byClient = new Map<string, Map<string | null, CaseListRow[]>>();
  for (const { row } of lines) {
    byCase.set(row.caseId, row);
    // Opened here for goods nobody announced.
    if (row.rma === null) continue;
    const days = byClient.get(keyOf(row)) ?? new Map<string | null, CaseListRow[]>();
    byClient.set(keyOf(row), days);
    const rows = days.get(row.expectedOn) ?? [];
    days.set(row.expectedOn, rows);
    rows.push(row);
  }
  for (const days of byClient.values()) for (const rows of days.values()) rows.sort(byCaseId);
  const part = { byCase, byClient };
  indexed.set(lines, part);
  return part;
}

function keyOf({ siteId, clientId }: Whose): string {
  return `${siteId}\t${clientId ?? ''}`;
}

function byCaseId(a: CaseListRow, b: CaseListRow): number {
  return a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0;
}
