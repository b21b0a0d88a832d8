import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { CatalogueEntry } from '../../shared/facts/catalogue.ts';
import { clockCorrection } from '../cases/heardFromCentral.ts';
import { stationValues } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

type Station = { readonly db: StationDatabase; readonly now: () => number };
const StationContext = createContext<Station | null>(null);
/** Central's clock minus ours as far as it is known, milliseconds; asked once for the whole page. */
const CorrectionContext = createContext(0);
const noEntries: readonly CatalogueEntry[] = [];
/** What the company's catalogue says; read once for the whole page, so that no form is drawn without it first. */
const CatalogueContext = createContext(noEntries);

/** Gives every query below it the station's database and the clock by which deadlines are read. */
export function StationStorage(props: {
  readonly db: StationDatabase;
  readonly now: () => number;
  readonly children: ReactNode;
}) {
  const { db, now } = props;
  const station = useMemo(() => ({ db, now }), [db, now]);
  const correction = useLiveQuery(
    async () => clockCorrection(now(), await stationValues(db)),
    [db, now],
  );
  const catalogue = useLiveQuery(() => db.catalogue.toArray(), [db]);
  return (
    <StationContext value={station}>
      <CorrectionContext value={correction ?? 0}>
        <CatalogueContext value={catalogue ?? noEntries}>{props.children}</CatalogueContext>
      </CorrectionContext>
    </StationContext>
  );
}

export function useStationDatabase(): StationDatabase {
  return useStation().db;
}

/** Withdrawn entries too; what we ship needs no row. */
export function useCatalogue(): readonly CatalogueEntry[] {
  return useContext(CatalogueContext);
}

/**
 * Now by central's clock as far as it is known, in steps of a minute: often enough for anything
 * counted in days. A station whose clock is wrong by days would call cases late that are not.
 */
export function useNow(): number {
  return useWallClock() + useContext(CorrectionContext);
}

/** The station's own clock, in steps of a minute: for times it recorded itself. */
export function useWallClock(): number {
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
