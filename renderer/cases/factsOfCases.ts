import { rowsUnder } from '../storage/byIndex.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** By case, every stored fact that names it, for who has just read or written them. */
export type NamedFacts = ReadonlyMap<string, readonly FactRow[]>;

/**
 * The facts of several cases: those that name the case, and those of a blind arrival that was
 * linked to it (the arrival, its door check, handling units and photos, and their corrections).
 */
export async function factsOfCases(
  db: StationDatabase,
  caseIds: readonly string[],
  prefetched: NamedFacts = new Map(),
): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  const unread = caseIds.filter((id) => !prefetched.has(id));
  const named = [
    ...caseIds.flatMap((id) => prefetched.get(id) ?? []),
    ...(await rowsUnder(db.facts, 'caseId', unread)),
  ];
  const byCase = new Map<string, FactRow[]>(caseIds.map((id) => [id, []]));
  for (const row of named) byCase.get(row.caseId)?.push(row);

  const links = named.filter((r) => r.kind === 'arrivalLinked' && r.acceptance !== 'refused');
  if (links.length === 0) return byCase;
  const blind = (
    await rowsUnder(db.facts, 'arrivalId', [...new Set(links.flatMap((r) => r.arrivalId ?? []))])
  ).filter((r) => r.caseId === '');
  // Nothing is awaited that asks the database nothing: a transaction would end behind it.
  if (blind.length === 0) return byCase;
  const corrections = (
    await rowsUnder(
      db.facts,
      'fact.corrects',
      blind.map((r) => r.id),
    )
  ).filter((r) => r.caseId === '');
  const undone = new Set(named.filter((r) => r.acceptance !== 'refused').map((r) => r.corrects));
  for (const link of links) {
    if (undone.has(link.id)) continue;
    const linked = blind.filter((r) => r.arrivalId === link.arrivalId);
    const ids = new Set<string>(linked.map((r) => r.id));
    byCase.get(link.caseId)?.push(...linked, ...corrections.filter((r) => ids.has(r.corrects)));
  }
  return byCase;
}

/** The cases a stored fact shows up in: its own, or those its arrival is linked to. */
export async function casesTouchedBy(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly string[]> {
  const named = rows.map((r) => r.caseId).filter((id) => id !== '');
  const homeless = rows.filter((r) => r.caseId === '');
  if (homeless.length === 0) return [...new Set(named)];
  const targets = await db.facts.bulkGet(homeless.map((r) => r.corrects).filter((id) => id !== ''));
  const arrivals = [...homeless, ...targets]
    .map((r) => r?.arrivalId ?? '')
    .filter((id) => id !== '');
  const linked = await rowsUnder(db.facts, 'arrivalId', [...new Set(arrivals)]);
  return [...new Set([...named, ...linked.map((r) => r.caseId).filter((id) => id !== '')])];
}
