import type { AdmissionView } from '../../shared/returns/admitFact.ts';
import { sameBox } from '../../shared/returns/caseFile.ts';
import type { ArrivalFact, Fact } from '../../shared/returns/fact.ts';
import { identifierRowOfFact } from '../cases/identifiersOf.ts';
import type { LoadedCase } from '../cases/loadCases.ts';
import type { FactRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What the shared rule must know to admit a fact, as this station knows it. */
export async function admissionView(
  db: StationDatabase,
  fact: Fact,
  loaded: LoadedCase | null,
): Promise<AdmissionView> {
  const arrivalId = arrivalNamedBy(fact);
  return {
    file: loaded?.file ?? null,
    // Central alone knows every verdict; ids made here are random.
    isIdTaken: false,
    references: loaded?.references ?? null,
    refunds: loaded?.refunds ?? [],
    arrival: arrivalId === null ? null : await arrivalOf(db, arrivalId),
    twin: fact.kind === 'arrival' ? await twinOf(db, fact) : null,
    target: await targetOf(db, fact),
  };
}

function arrivalNamedBy(fact: Fact): string | null {
  if (fact.kind === 'arrival') return null;
  if (fact.kind === 'photoTaken')
    return fact.subject.kind === 'arrival' ? fact.subject.arrivalId : null;
  return 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
}

async function arrivalOf(db: StationDatabase, arrivalId: string): Promise<ArrivalFact | null> {
  const rows = await db.facts.where('arrivalId').equals(arrivalId).toArray();
  const arrival = (await standing(db, rows)).find((r) => r.kind === 'arrival');
  return arrival?.fact.kind === 'arrival' ? arrival.fact : null;
}

async function twinOf(db: StationDatabase, fact: ArrivalFact): Promise<ArrivalFact | null> {
  const values = identifierRowOfFact(fact)?.values ?? [];
  if (values.length === 0) return null;
  const owners = await db.identifiers
    .where('values')
    .anyOf([...values])
    .toArray();
  const ids = owners.flatMap((o) => (o.owner.startsWith('fact:') ? [o.owner.slice(5)] : []));
  const rows = (await db.facts.bulkGet(ids)).flatMap((r) => (r ? [r] : []));
  for (const row of await standing(db, rows))
    if (row.fact.kind === 'arrival' && sameBox(row.fact, fact)) return row.fact;
  return null;
}

async function targetOf(db: StationDatabase, fact: Fact): Promise<Fact | null> {
  if (fact.kind === 'correction') return (await db.facts.get(fact.corrects))?.fact ?? null;
  if (fact.kind === 'released') return await standingHold(db, fact.heldFactId);
  if (fact.kind !== 'arrivalLinked') return null;
  const rows = await db.facts.where('arrivalId').equals(fact.arrivalId).toArray();
  return (await standing(db, rows)).find((r) => r.kind === 'arrivalLinked')?.fact ?? null;
}

async function standingHold(db: StationDatabase, heldFactId: string): Promise<Fact | null> {
  const held = await db.facts.get(heldFactId);
  return held ? ((await standing(db, [held]))[0]?.fact ?? null) : null;
}

/** Neither refused by central nor taken back. */
async function standing(
  db: StationDatabase,
  rows: readonly FactRow[],
): Promise<readonly FactRow[]> {
  const live = rows.filter((r) => r.acceptance !== 'refused');
  const corrections = await db.facts
    .where('corrects')
    .anyOf(live.map((r) => r.id))
    .toArray();
  const undone = new Set(
    corrections.filter((c) => c.acceptance !== 'refused').map((c) => c.corrects),
  );
  return live.filter((r) => !undone.has(r.id));
}
