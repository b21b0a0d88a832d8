import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { Fact, FactOf } from '../../shared/facts/fact.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What is recorded of goods nobody knows the owner of: not refused, not taken back, oldest first. */
export async function blindFactsOf(
  db: StationDatabase,
  arrivalId: string,
): Promise<readonly Fact[]> {
  const rows = await db.facts.where('arrivalId').equals(arrivalId).toArray();
  return (await standingRows(db, rows)).flatMap((row) => (row.caseId === '' ? [row.fact] : []));
}

/** Those of these rows that central has not refused and nobody has taken back, oldest first. */
export async function standingRows(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly FactRow[]> {
  const live = rows.filter((row) => row.acceptance !== 'refused');
  const corrections = await rowsUnder(
    db.facts,
    'fact.corrects',
    live.map((row) => row.id),
  );
  const undone = new Set(
    corrections.filter((c) => c.acceptance !== 'refused').map((c) => c.corrects),
  );
  return live
    .filter((row) => !undone.has(row.id))
    .sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
}

function inOrder({ fact }: FactRow): string {
  return `${fact.at.utc} ${fact.id}`;
}

/** Whose the goods of an arrival turned out to be; null while nobody knows. */
export async function standingLinkOf(
  db: StationDatabase,
  arrivalId: string,
): Promise<FactOf<'arrivalLinked'> | null> {
  const rows = await standingRows(db, await rowsUnder(db.facts, 'arrivalId', [arrivalId]));
  const link = rows.find((row) => row.kind === 'arrivalLinked')?.fact;
  return link?.kind === 'arrivalLinked' ? link : null;
}

/** These goods came without papers, and the case they are in has none yet. */
export function isPaperless(
  { returnCase, arrivals }: Pick<CaseFile, 'returnCase' | 'arrivals'>,
  arrivalId: string,
): boolean {
  const arrival = arrivals.find((one) => one.arrivalId === arrivalId);
  return arrival?.caseId === null && returnCase.lines.length === 0;
}
