import { useEffect, useMemo, useState } from 'react';
import { personWaits } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';
import { whenHandsRead } from './casesByPerson.ts';
import { keepCaseTexts, prepareCaseTexts } from './caseTexts.ts';
import { type Found, findCases, noneFound, type Sought } from './findCases.ts';

type Asked = {
  readonly db: StationDatabase;
  readonly sought: Sought;
  readonly now: number;
  /** Counts what came meanwhile: a refund may start while somebody looks at it. */
  readonly turn: number;
};
const tables = ['caseRows', 'refunds', 'grants'];
const gatheredMs = 300;
export type FoundHere = { readonly of: string; readonly found: Found };

/**
 * What this station knows of what is sought, as one types: the last answer stays until the next is
 * there, and `of` says to which text. Undefined before the first.
 */
export function useFound(text: string, rma: Sought['rma']): FoundHere | undefined {
  const db = useStationDatabase();
  const now = useNow();
  useEffect(() => prepareCaseTexts(db), [db]);
  const turn = useTurn(db);
  const asked = useMemo(
    () => ({ db, sought: { text, rma }, now, turn }),
    [db, text, rma, now, turn],
  );
  return useWorkedOut(asked, answer);
}

/** Whoever will look for something finds it read, from the first letter on. */
export function useReadyToFind(): void {
  const db = useStationDatabase();
  useEffect(() => keepCaseTexts(db), [db]);
}

function useTurn(db: StationDatabase): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setTurn((before) => before + 1);
      }, gatheredMs);
    };
    const stops = [...tables.map((table) => whenChanged(db, table, soon)), whenHandsRead(db, soon)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [db]);
  return turn;
}

async function answer(
  { db, sought, now }: Asked,
  isStale: () => boolean,
): Promise<FoundHere | undefined> {
  if (sought.text.trim() === '') return { of: sought.text, found: noneFound };
  const finding = findCases(db, sought, now, isStale);
  personWaits(db, finding);
  const found = await finding;
  return found && { of: sought.text, found };
}
