import { useMemo } from 'react';
import { type CaseList, inOrder } from '../../../renderer/queries/lists/caseList.ts';
import { useCachedList } from '../../../renderer/queries/lists/worklist.ts';
import { useNow } from '../../../renderer/queries/StationStorage.tsx';
import type { Worklist } from '../../../renderer/storage/rows.ts';

/** A work list as it is kept, nearest deadline first (at the dock day by day); undefined until read. */
export function useWorklist(list: Worklist): CaseList | undefined {
  const cached = useCachedList(list);
  const now = useNow();
  return useMemo(() => (cached ? inOrder(cached, now) : undefined), [cached, now]);
}
