import { workplaceNames } from '../../../shared/facts/workplaces.ts';
import type { LoadedCase } from '../../cases/loadedCase.ts';
import type { CaseListRow, Worklist } from '../../storage/rows.ts';

/** A stored list row in mind; the very same for as long as nothing of its case changes. */
export type CaseLine = {
  readonly row: CaseListRow;
  /** Where it sorts among the lines of its day. */
  readonly place: string;
  /** Only where a hold moves its deadline day by day. */
  readonly onHold: LoadedCase | null;
};

/** A list in parts, each in order: a change touches the parts it is in. */
export type Days = ReadonlyMap<string, readonly CaseLine[]>;

/** A work list, or what the deadline board shows: whatever has days to be counted and is not over. */
export type ListName = Worklist | 'board';
export const listNames: readonly ListName[] = [...workplaceNames, 'board'];

/** Something for each list. */
export function forEachList<T>(make: (list: ListName) => T): Readonly<Record<ListName, T>> {
  return {
    dock: make('dock'),
    bench: make('bench'),
    desk: make('desk'),
    board: make('board'),
  };
}

/** A list no case of which changed stays the same object. */
export type Lists = Readonly<Record<ListName, Days>>;

export const noLists: Lists = forEachList(() => new Map());

/** The part for what lies at the dock already; sorts first. */
export const hereAlready = '';
/** The part for what may come any day; sorts behind every day. */
export const anyDay = 'any';

export function lineOf(row: CaseListRow, onHold: LoadedCase | null): CaseLine {
  const { dueBefore, expectedOn, rma, caseId } = row;
  return { row, onHold, place: `${dueBefore} ${expectedOn ?? '9999'} ${rma ?? ''} ${caseId}` };
}

export function isOn(list: ListName, row: CaseListRow): boolean {
  if (list !== 'board') return row.lists.includes(list);
  const isCounted = row.deadline !== null || row.uncounted !== null;
  return isCounted && row.endedOn === null && row.state !== 'cancelled';
}

/** At the bench: on somebody's bench, for anybody, waiting for something. */
export const benchParts = { taken: '1 taken', free: '2 free', onHold: '3 on hold' } as const;

/**
 * At the dock the day it is awaited, at the bench who has it; elsewhere there is one part. In each
 * the nearest deadline comes first.
 */
export function dayOf(list: ListName, row: CaseListRow): string {
  const { state, remainder, expectedOn } = row;
  if (list === 'bench') return benchPartOf(row);
  if (list !== 'dock' || (remainder === null && state === 'received')) return hereAlready;
  return remainder?.until ?? expectedOn ?? anyDay;
}

function benchPartOf({ holds, heldBy }: CaseListRow): string {
  if (holds.length > 0) return benchParts.onHold;
  return heldBy.length > 0 ? benchParts.taken : benchParts.free;
}

/** The lists with these cases as they are now, null for one that is not there any more; notes them in `known`. */
export function listsWith(
  before: Lists,
  known: Map<string, CaseLine>,
  changed: ReadonlyMap<string, CaseLine | null>,
): Lists {
  const lists = forEachList((list) => daysWith(list, before[list], known, changed));
  for (const [caseId, line] of changed)
    if (line) known.set(caseId, line);
    else known.delete(caseId);
  return lists;
}

function daysWith(
  list: ListName,
  before: Days,
  known: ReadonlyMap<string, CaseLine>,
  changed: ReadonlyMap<string, CaseLine | null>,
): Days {
  const touched = new Map<string, CaseLine[]>();
  const touch = (row: CaseListRow) => {
    const day = dayOf(list, row);
    const coming = touched.get(day) ?? [];
    touched.set(day, coming);
    return coming;
  };
  for (const [caseId, line] of changed) {
    const was = known.get(caseId);
    if (was && isOn(list, was.row)) touch(was.row);
    if (line && isOn(list, line.row)) touch(line.row).push(line);
  }
  if (touched.size === 0) return before;
  const days = new Map(before);
  for (const [day, coming] of touched) {
    const stay = (before.get(day) ?? []).filter((line) => !changed.has(line.row.caseId));
    const lines = merged(stay, coming.sort(byPlace));
    if (lines.length === 0) days.delete(day);
    else days.set(day, lines);
  }
  return days;
}

/** Code units, so that a place is the same in every language. */
function byPlace(a: CaseLine, b: CaseLine): number {
  return a.place < b.place ? -1 : a.place > b.place ? 1 : 0;
}

function merged(stay: readonly CaseLine[], coming: readonly CaseLine[]): readonly CaseLine[] {
  const all: CaseLine[] = [];
  let next = 0;
  for (const line of stay) {
    for (let one = coming[next]; one && byPlace(one, line) < 0; one = coming[next]) {
      all.push(one);
      next += 1;
    }
    all.push(line);
  }
  return [...all, ...coming.slice(next)];
}
