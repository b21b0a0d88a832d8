import { useMemo } from 'react';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { useNow } from '../StationStorage.tsx';
import { anyDay, hereAlready } from './caseLines.ts';
import { type CaseList, caseListOf } from './caseList.ts';
import { useCachedList } from './worklist.ts';

/** What may come on one day; null for what nobody dated. */
export type ExpectedDay = { readonly day: LocalDate | null; readonly rows: ExpectedRows };
export type ExpectedRows = Pick<CaseList, 'length' | 'at' | 'keyAt'>;

/**
 * What may still come through the door, day by day; undefined until read. What is here already is
 * not expected; what did not come with its parcel is, with a day of its own.
 */
export function useExpected(): readonly ExpectedDay[] | undefined {
  const cached = useCachedList('dock');
  const now = useNow();
  return useMemo(() => {
    if (!cached) return undefined;
    return [...cached.days]
      .filter(([day]) => day !== hereAlready)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, lines]) => ({
        day: day === anyDay ? null : day,
        rows: caseListOf([lines], cached.readWith, now),
      }));
  }, [cached, now]);
}
