import { useLiveQuery } from 'dexie-react-hooks';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { Precedent } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import type { FactId } from '../../../shared/ids.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import type { CaseDecision, PolicyRefusal } from '../../../shared/policy/decision.ts';
import type { Result } from '../../../shared/result.ts';
import { cachedCase, watchedSources } from '../../cases/caseCache.ts';
import { readCase } from '../../cases/caseSources.ts';
import { standingOfCase } from '../../cases/deadlineOfCase.ts';
import type { LoadedCase } from '../../cases/loadedCase.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import { cachedByTable } from '../../storage/cachedByTable.ts';
import type { Acceptance } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { useNow, useStationDatabase } from '../StationStorage.tsx';
import type { CaseView } from './caseView.ts';

/** Live; undefined until read, null when this station knows no such case. */
export function useCase(caseId: string): CaseView | null | undefined {
  const db = useStationDatabase();
  const now = useNow();
  return useLiveQuery(() => caseView(db, caseId, now), [db, caseId, now]);
}

export async function caseView(
  db: StationDatabase,
  caseId: string,
  now: number,
): Promise<CaseView | null> {
  const sources = await watchedSources(db, caseId);
  return sources && (await viewOf(db, readCase(sources, dayAt(now)), now));
}

/**
 * The case somebody is working on, not live: as it was last saved here or read, where that still
 * holds, so that a scan does not read all of it again before and after each save.
 */
export async function caseInHand(
  db: StationDatabase,
  caseId: string,
  now: number,
): Promise<CaseView | null> {
  const taken = await cachedCase(db, caseId);
  return taken && (await viewOf(db, readCase(taken.sources, dayAt(now)), now, personBy));
}

const personBy = cachedByTable(['people'], (db, id) => db.people.get(id));

async function viewOf(
  db: StationDatabase,
  loaded: LoadedCase,
  now: number,
  person?: typeof personBy,
): Promise<CaseView> {
  const instant = new Date(now).toISOString();
  const decision = decisionOn(loaded, instant);
  const questions = decision?.ok ? decision.value.questions.map((q) => q.question) : [];
  const [precedents, standingRows] = await Promise.all([
    precedentsFor(db, questions),
    withAcks(db, loaded.rows),
  ]);
  const asked = loaded.file.decisions.flatMap(({ asks }) => (asks ? [{ personId: asks }] : []));
  const by = [...loaded.rows.map((r) => r.fact), ...loaded.file.takings, ...precedents, ...asked];
  const people = await namesOf(db, by, person);
  const { file, references, refunds, orderLines, client } = loaded;
  return {
    file,
    references,
    refunds,
    orderLines,
    decision,
    precedents,
    people,
    clientName: client?.name ?? '',
    ...standingOfCase(loaded, instant),
    acceptance: new Map<FactId, Acceptance>(standingRows.map((r) => [r.id, r.acceptance])),
  };
}

function dayAt(now: number): LocalDate {
  return localDateOf(new Date(now).toISOString(), 'UTC');
}

function decisionOn(
  { file, references }: LoadedCase,
  now: string,
): Result<CaseDecision, PolicyRefusal> | null {
  if (!references) return null;
  const today = localDateOf(now, references.calendar.timeZone);
  return decideCase(policyInputOf(file, references, today));
}

/** `cached` where nothing is watched: what a live query has not asked, it would not be told of. */
async function namesOf(
  db: StationDatabase,
  by: readonly { readonly personId: string }[],
  cached?: typeof personBy,
): Promise<CaseView['people']> {
  const ids = [...new Set(by.map(({ personId }) => personId))];
  const people = cached
    ? await Promise.all(ids.map((id) => cached(db, id)))
    : await db.people.bulkGet(ids);
  return new Map(people.flatMap((p) => (p ? [[p.id, p] as const] : [])));
}

async function precedentsFor(
  db: StationDatabase,
  questions: readonly string[],
): Promise<readonly Precedent[]> {
  if (questions.length === 0) return [];
  const found = await db.precedents
    .where('question')
    .anyOf([...new Set(questions)])
    .toArray();
  return found.sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
}
