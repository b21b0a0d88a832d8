import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow } from '../StationStorage.tsx';
import { benchParts, type CaseLine } from './caseLines.ts';
import { type CaseList, caseListOf } from './caseList.ts';
import { type CachedList, caseListCache } from './caseListCache.ts';
import { useCachedList } from './worklist.ts';

/** On my bench, for anybody, on somebody else's bench, waiting for something. */
export const benchGroups = ['mine', 'free', 'others', 'onHold'] as const;
export type BenchGroup = (typeof benchGroups)[number];
export type BenchList = {
  /** Cases of all groups, found or not. */
  readonly all: number;
  readonly groups: readonly { readonly group: BenchGroup; readonly rows: CaseList }[];
};

/**
 * What is to be inspected, in groups, each nearest deadline first; live, undefined until read.
 * `words`: only those that say all of them, of all there are and not of those in sight.
 */
export function useBenchList(personId: string, words: string): BenchList | undefined {
  const cached = useCachedList('bench');
  const now = useNow();
  const groups = useMemo(() => cached && groupsOf(cached, personId), [cached, personId]);
  const found = useMemo(() => groups && foundIn(groups, words), [groups, words]);
  return useMemo(() => {
    if (!cached || !groups || !found) return undefined;
    return {
      all: sizeOf(groups),
      groups: benchGroups.flatMap((group) => {
        const lines = found[group];
        if (lines.length === 0) return [];
        return [{ group, rows: caseListOf([lines], cached.readWith, now) }];
      }),
    };
  }, [cached, groups, found, now]);
}

/** Cases this person has, as far as lists have been read. */
export function casesHeldBy(db: StationDatabase, personId: string, now: number): readonly CaseId[] {
  const cached = caseListCache(db, now).list('bench');
  const lines = [...(cached?.days.values() ?? [])].flat();
  return lines.flatMap(({ row }) =>
    row.heldBy.some((one) => one.personId === personId) ? [row.caseId] : [],
  );
}

type Groups = Readonly<Record<BenchGroup, readonly CaseLine[]>>;

function groupsOf({ days }: CachedList, personId: string): Groups {
  const [taken, free, onHold] = [
    days.get(benchParts.taken),
    days.get(benchParts.free),
    days.get(benchParts.onHold),
  ];
  const isMine = ({ row }: CaseLine) => row.heldBy.some((one) => one.personId === personId);
  return {
    mine: taken?.filter(isMine) ?? [],
    free: free ?? [],
    others: taken?.filter((line) => !isMine(line)) ?? [],
    onHold: onHold ?? [],
  };
}

function foundIn(groups: Groups, words: string): Groups {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return groups;
  const isFound = (line: CaseLine) => {
    const said = wordsOf(line);
    return asked.every((word) => said.includes(word));
  };
  return {
    mine: groups.mine.filter(isFound),
    free: groups.free.filter(isFound),
    others: groups.others.filter(isFound),
    onHold: groups.onHold.filter(isFound),
  };
}

const known = new WeakMap<CaseLine, string>();

function wordsOf(line: CaseLine): string {
  const before = known.get(line);
  if (before !== undefined) return before;
  const { rma, clientName, articles } = line.row;
  const said = [rma ?? '', clientName, ...articles].join(' ').toLowerCase();
  known.set(line, said);
  return said;
}

function sizeOf(groups: Groups): number {
  return benchGroups.reduce((sum, group) => sum + groups[group].length, 0);
}
