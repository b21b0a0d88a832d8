import type { Barcode } from '../../shared/returns/barcode.ts';
import type { ArrivalFact } from '../../shared/returns/fact.ts';
import { sourceTables } from '../cases/caseSources.ts';
import { identifiersIn } from '../cases/identifiersIn.ts';
import { indexed } from '../cases/identifiersOf.ts';
import { ownersUnder } from '../storage/identifierPages.ts';
import type { Identifier, IdentifierRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { type CaseRow, caseRowsOf } from './caseRow.ts';

/** What a scanned code belongs to. */
export type Match =
  | {
      readonly kind: 'case';
      readonly row: CaseRow;
      /** By which of its identifiers it was found. */
      readonly by: Identifier;
    }
  /** Goods that are here but belong to no case yet. */
  | { readonly kind: 'blindArrival'; readonly arrival: ArrivalFact; readonly by: Identifier };

/** Every case and blind arrival a code may mean; the strongest identifier first, then the nearest deadline. */
export async function findByBarcode(
  db: StationDatabase,
  barcode: Barcode,
  now: number,
): Promise<readonly Match[]> {
  const identifiers = identifiersIn(barcode);
  if (identifiers.length === 0) return [];
  // In one transaction: one for each question costs more than the questions.
  const tables = ['identifiers', 'caseRows', 'answeredRuns', ...sourceTables];
  return await db.transaction('r', tables, async () => await matchesOf(db, identifiers, now));
}

async function matchesOf(
  db: StationDatabase,
  identifiers: readonly Identifier[],
  now: number,
): Promise<readonly Match[]> {
  const named = await ownersUnder(db, identifiers.map(indexed));
  const owners = [...new Map(named.map((row) => [row.owner, row])).values()];
  const by = (owner: IdentifierRow) =>
    identifiers.findIndex((i) => owner.values.includes(indexed(i)));
  owners.sort((a, b) => by(a) - by(b));
  const found = await Promise.all(owners.map((owner) => ownerOf(db, owner)));

  const caseBy = new Map<string, number>();
  const blind = new Map<string, Match>();
  owners.forEach((owner, index) => {
    const identifier = identifiers[by(owner)];
    if (!identifier) return;
    for (const caseId of found[index]?.caseIds ?? [])
      if (!caseBy.has(caseId)) caseBy.set(caseId, by(owner));
    const arrival = found[index]?.blind;
    if (arrival) blind.set(arrival.arrivalId, { kind: 'blindArrival', arrival, by: identifier });
  });
  return [...(await casesFound(db, caseBy, identifiers, now)), ...blind.values()];
}

async function casesFound(
  db: StationDatabase,
  caseBy: ReadonlyMap<string, number>,
  identifiers: readonly Identifier[],
  now: number,
): Promise<readonly Match[]> {
  const stored = (await db.caseRows.bulkGet([...caseBy.keys()])).flatMap((r) => (r ? [r] : []));
  const rank = (caseId: string) => caseBy.get(caseId) ?? identifiers.length;
  stored.sort((a, b) => rank(a.caseId) - rank(b.caseId) || (a.dueBefore < b.dueBefore ? -1 : 1));
  const rows = await caseRowsOf(db, stored, now);
  return rows.flatMap((row): readonly Match[] => {
    const by = identifiers[rank(row.caseId)];
    return by ? [{ kind: 'case', row, by }] : [];
  });
}

/** Whose an identifier is: a case's papers say so themselves, a fact by its case or its arrival's links. */
async function ownerOf(
  db: StationDatabase,
  owner: IdentifierRow,
): Promise<{ readonly caseIds: readonly string[]; readonly blind: ArrivalFact | null }> {
  if (owner.owner.startsWith('case:')) return { caseIds: [owner.caseId], blind: null };
  const own = await db.facts.get(owner.owner.slice('fact:'.length));
  if (!own || own.acceptance === 'refused' || (await isTakenBack(db, own.id)))
    return { caseIds: [], blind: null };
  if (own.caseId !== '') return { caseIds: [own.caseId], blind: null };
  const about = await db.facts.where('arrivalId').equals(own.arrivalId).toArray();
  const links = about.filter((r) => r.kind === 'arrivalLinked' && r.acceptance !== 'refused');
  const standing = await Promise.all(
    links.map(async (link) => ((await isTakenBack(db, link.id)) ? [] : [link.caseId])),
  );
  const caseIds = standing.flat();
  const arrival = about.find((r) => r.kind === 'arrival')?.fact;
  return { caseIds, blind: caseIds.length === 0 && arrival?.kind === 'arrival' ? arrival : null };
}

async function isTakenBack(db: StationDatabase, factId: string): Promise<boolean> {
  const corrections = await db.facts.where('corrects').equals(factId).toArray();
  return corrections.some((c) => c.acceptance !== 'refused');
}
