import { useEffect, useMemo } from 'react';
import { personWaits } from '../../storage/peopleFirst.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import { useWorkedOut } from '../useWorkedOut.ts';
import { prepareCaseTexts } from './caseTexts.ts';
import { type Found, findCases, noneFound, type Sought } from './findCases.ts';

type Asked = { readonly db: StationDatabase; readonly sought: Sought; readonly now: number };
export type FoundHere = { readonly of: string; readonly found: Found };

/**
 * What this station knows of what is sought, as one types: the last answer stays until the next is
 * there, and `of` says to which text. Undefined before the first.
 */
export function useFound(text: string, rma: Sought['rma']): FoundHere | undefined {
  const db = useStationDatabase();
  const now = useNow();
  useEffect(() => prepareCaseTexts(db), [db]);
  const asked = useMemo(() => ({ db, sought: { text, rma }, now }), [db, text, rma, now]);
  return useWorkedOut(asked, answer);
}

async function answer({ db, sought, now }: Asked): Promise<FoundHere> {
  if (sought.text.trim() === '') return { of: sought.text, found: noneFound };
  const finding = findCases(db, sought, now);
  personWaits(db, finding);
  return { of: sought.text, found: await finding };
}
