import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { StationDatabase } from '../storage/stationDatabase.ts';

type Station = { readonly db: StationDatabase; readonly now: () => number };
const StationContext = createContext<Station | null>(null);

/** Gives every query below it the station's database and the clock by which deadlines are read. */
export function StationStorage(props: {
  readonly db: StationDatabase;
  readonly now: () => number;
  readonly children: ReactNode;
}) {
  const { db, now } = props;
  const station = useMemo(() => ({ db, now }), [db, now]);
  return <StationContext value={station}>{props.children}</StationContext>;
}

export function useStationDatabase(): StationDatabase {
  return useStation().db;
}

/** The wall clock, in steps of a minute: often enough for anything counted in days. */
export function useNow(): number {
  const { now } = useStation();
  const [minute, setMinute] = useState(now);
  useEffect(() => {
    const ticking = setInterval(() => setMinute(now()), 60_000);
    return () => clearInterval(ticking);
  }, [now]);
  return minute;
}

function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('Queries live below <StationStorage>.');
  return station;
}
