import { useSyncExternalStore } from 'react';
import { onRefreshing, type Refreshing, refreshingOf } from '../../cases/refreshAllCases.ts';
import { useStationDatabase } from '../StationStorage.tsx';

/** How far the lists an earlier edition made are made anew; null when they are. */
export function useRefreshing(): Refreshing | null {
  const db = useStationDatabase();
  return useSyncExternalStore(onRefreshing, () => refreshingOf(db));
}
