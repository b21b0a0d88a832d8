import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { formsOf } from '../../../shared/barcodes/scan.ts';
import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import { sourceTables } from '../../cases/caseSources.ts';
import { everythingFound } from '../../cases/refreshAllCases.ts';
import { rowsUnder } from '../../storage/byIndex.ts';
import { ownersUnder } from '../../storage/packed/identifierIndex.ts';
import {
  anyKindOf,
  formIn,
  isOfManyCases,
  kindIn,
  manyStrengths,
  strengthOf,
} from '../../storage/packed/identifierKey.ts';
import { listRowsIn, listRowTables, packedRowsBy } from '../../storage/packed/packedRows.ts';
import { readTogether } from '../../storage/readTogether.ts';
import type { Identifier, IdentifierRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { cachedRow } from './caseListCache.ts';
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

/**
 * Every case and blind arrival a code may mean, whatever kind of number of theirs it is: the whole
 * text before what is written in it, a parcel's own numbers before what lies inside, then the
 * nearest deadline.
 */
export async function findByBarcode(
  db: StationDatabase,
  barcode: Barcode,
  now: number,
): Promise<readonly Match[]> {
  return await findByForms(db, formsOf(barcode), now);
}

export async function findByForms(
  db: StationDatabase,
  forms: readonly string[],
  now: number,
): Promise<readonly Match[]> {
  if (forms.length === 0) return [];
  await everythingFound(db);
  // In one transaction: one for each question costs more than the questions.
  const tables = ['identifiers', ...listRowTables, 'answeredRuns', ...sourceTables];
  return await readTogether(db, tables, async () => await matchesOf(db, forms, now));
}

type Found = { readonly owner: IdentifierRow; readonly rank: number; readonly by: Identifier };

async function matchesOf(
  db: StationDatabase,
  forms: readonly string[],
  now: number,
): Promise<readonly Match[]> {
  const owners = await ownersUnder(db, forms.map(anyKindOf), {
    most: mostSharing,
    placeOf: (caseId, rank) => `${String(rank).padStart(6, '0')} ${dueOf(db, caseId)}`,
  });
  const ranked = owners.flatMap((owner) => foundBy(owner, forms) ?? []);
  ranked.sort((a, b) => a.rank - b.rank);
  const found = nearestSharing(db, ranked);
  const whose = await Promise.all(found.map(({ owner }) => ownerOf(db, owner)));

  const caseBy = new Map<string, Found>();
  const blind = new Map<string, Match>();
  found.forEach((one, index) => {
    for (const caseId of whose[index]?.caseIds ?? [])
      if (!caseBy.has(caseId)) caseBy.set(caseId, one);
    const arrival = whose[index]?.blind;
    if (arrival) blind.set(arrival.arrivalId, { kind: 'blindArrival', arrival, by: one.by });
  });
  return [...(await casesFound(db, caseBy, now)), ...blind.values()];
}

/** What lies inside lies in thousands of cases: no more than these are looked at. */
const mostSharing = 12;

/** Of the cases that have but an article in common with the scan those with the nearest deadlines. */
function nearestSharing(db: StationDatabase, ranked: readonly Found[]): readonly Found[] {
  const sharing = ranked.filter(isShared);
  if (sharing.length <= mostSharing) return ranked;
  // Their papers name it themselves: what was counted of it adds nothing.
  const byPapers = new Set(sharing.flatMap(({ owner }) => (isPapers(owner) ? owner.caseId : [])));
  const nearest = sharing
    .filter(({ owner }) => isPapers(owner) || !byPapers.has(owner.caseId))
    .map((one) => ({ one, due: dueOf(db, one.owner.caseId) }))
    .sort((a, b) => a.one.rank - b.one.rank || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .slice(0, mostSharing);
  const looked = new Set(nearest.map(({ one }) => one));
  return ranked.filter((one) => !isShared(one) || looked.has(one));
}

function isPapers({ owner }: IdentifierRow): boolean {
  return owner.startsWith('case:');
}

const dueLast = '~';

function dueOf(db: StationDatabase, caseId: string): string {
  return cachedRow(db, caseId)?.dueBefore ?? dueLast;
}

function isShared({ by }: Found): boolean {
  return isOfManyCases(strengthOf(by.kind));
}

/** By which of its identifiers an owner is found best. */
function foundBy(owner: IdentifierRow, forms: readonly string[]): Found | undefined {
  let best: Found | undefined;
  for (const key of owner.values) {
    const [form, kind] = [forms.indexOf(formIn(key)), kindIn(key)];
    if (form < 0 || kind === null) continue;
    const rank = form * manyStrengths + strengthOf(kind);
    if (!best || rank < best.rank) best = { owner, rank, by: { kind, value: formIn(key) } };
  }
  return best;
}

async function casesFound(
  db: StationDatabase,
  caseBy: ReadonlyMap<string, Found>,
  now: number,
): Promise<readonly Match[]> {
  if (caseBy.size === 0) return [];
  const read = await packedRowsBy(listRowsIn(db), [...caseBy.keys()]);
  const stored = read.flatMap((row) => row ?? []);
  const rank = (caseId: string) => caseBy.get(caseId)?.rank ?? 0;
  stored.sort((a, b) => rank(a.caseId) - rank(b.caseId) || (a.dueBefore < b.dueBefore ? -1 : 1));
  const rows = await caseRowsOf(db, stored, now);
  return rows.flatMap((row): readonly Match[] => {
    const by = caseBy.get(row.caseId)?.by;
    return by ? [{ kind: 'case', row, by }] : [];
  });
}

/** The cases these owners belong to, each once, in their order. */
export async function casesOf(
  db: StationDatabase,
  owners: readonly IdentifierRow[],
): Promise<readonly string[]> {
  const whose = await Promise.all(owners.map(async (owner) => await ownerOf(db, owner)));
  return [...new Set(whose.flatMap(({ caseIds }) => caseIds))];
}

/** Whose an identifier is: a case's papers say so themselves, a fact by its case or its arrival's links. */
async function ownerOf(
  db: StationDatabase,
  owner: IdentifierRow,
): Promise<{ readonly caseIds: readonly string[]; readonly blind: ArrivalFact | null }> {
  if (isPapers(owner)) return { caseIds: [owner.caseId], blind: null };
  const own = await db.facts.get(owner.owner.slice('fact:'.length));
  if (!own || own.acceptance === 'refused' || (await isTakenBack(db, own.id)))
    return { caseIds: [], blind: null };
  if (own.caseId !== '') return { caseIds: [own.caseId], blind: null };
  const about = await rowsUnder(
    db.facts,
    'arrivalId',
    own.arrivalId === null ? [] : [own.arrivalId],
  );
  const links = about.filter((r) => r.kind === 'arrivalLinked' && r.acceptance !== 'refused');
  const standing = await Promise.all(
    links.map(async (link) => ((await isTakenBack(db, link.id)) ? [] : [link.caseId])),
  );
  const caseIds = standing.flat();
  const arrival = about.find((r) => r.kind === 'arrival')?.fact;
  return { caseIds, blind: caseIds.length === 0 && arrival?.kind === 'arrival' ? arrival : null };
}

async function isTakenBack(db: StationDatabase, factId: string): Promise<boolean> {
  const corrections = await db.facts.where('fact.corrects').equals(factId).toArray();
  return corrections.some((c) => c.acceptance !== 'refused');
}
