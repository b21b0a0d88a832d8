import { useMemo } from 'react';
import type { PersonId } from '../../../shared/ids.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import { inSlices } from '../inSlices.ts';
import type { CaseLine } from '../lists/caseLines.ts';
import { type CaseList, caseListOf, rowOfLine } from '../lists/caseList.ts';
import type { CachedList } from '../lists/caseListCache.ts';
import { useCachedList } from '../lists/worklist.ts';
import { useNow } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';
import { askOf, asks } from './askOf.ts';
import { passes, type QueueFilter } from './queueFilter.ts';

/** How many cases a choice of the filter would leave, whatever else is chosen; most first. */
type Found = { readonly key: string; readonly word: string; readonly count: number };

/** The desk's list for one person: nearest deadline first in both parts. */
export type DeskQueue = {
  /** What is asked of this person. */
  readonly mine: CaseList;
  /** What waits for somebody else. */
  readonly apart: CaseList;
  /** What is asked of this person without any filter. */
  readonly all: number;
  readonly clients: readonly Found[];
  readonly reasons: readonly Found[];
  readonly carriers: readonly Found[];
  readonly asked: Readonly<Record<(typeof asks)[number], number>>;
};

/** Live; undefined until it has been worked out once. Over all cases, in slices, beside the drawing. */
export function useDeskQueue(personId: PersonId, filter: QueueFilter): DeskQueue | undefined {
  const cached = useCachedList('desk');
  const now = useNow();
  const asked = useMemo(
    () => cached && { cached, now, personId, filter },
    [cached, now, personId, filter],
  );
  return useWorkedOut(asked, deskQueueOf);
}

type Asked = {
  readonly cached: CachedList;
  readonly now: number;
  readonly personId: PersonId;
  readonly filter: QueueFilter;
};

export async function deskQueueOf(asked: Asked): Promise<DeskQueue> {
  const { cached, filter, now, personId } = asked;
  const mine: CaseLine[] = [];
  const apart: CaseLine[] = [];
  const found = { clients: tally(), reasons: tally(), carriers: tally() };
  const counted = { decide: 0, question: 0, second: 0, disagreement: 0 };
  let all = 0;
  await inSlices([...cached.days.values()].flat(), (line) => {
    const { row } = line;
    const ask = askOf(row, personId);
    if (ask.isMine) all += 1;
    for (const kind of asks) if (ask.kind === kind) counted[kind] += 1;
    count(row, found);
    if (!passes(row, ask, filter, () => rowOfLine(line, cached.readWith, now))) return;
    (ask.isMine ? mine : apart).push(line);
  });
  return {
    mine: caseListOf([mine], cached.readWith, now),
    apart: caseListOf([apart], cached.readWith, now),
    all,
    clients: mostFirst(found.clients),
    reasons: mostFirst(found.reasons),
    carriers: mostFirst(found.carriers),
    asked: counted,
  };
}

type Tally = Map<string, { readonly word: string; count: number }>;
const tally = (): Tally => new Map();

function count(
  row: CaseListRow,
  found: { readonly clients: Tally; readonly reasons: Tally; readonly carriers: Tally },
): void {
  if (row.clientId !== null) add(found.clients, row.clientId, row.clientName);
  for (const reason of row.desk?.reasons ?? []) add(found.reasons, reason, reason);
  for (const carrier of row.desk?.carriers ?? []) add(found.carriers, carrier, carrier);
}

function add(to: Tally, key: string, word: string): void {
  const known = to.get(key);
  if (known) known.count += 1;
  else to.set(key, { word, count: 1 });
}

function mostFirst(found: Tally): readonly Found[] {
  return [...found]
    .map(([key, { word, count: cases }]) => ({ key, word, count: cases }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}
