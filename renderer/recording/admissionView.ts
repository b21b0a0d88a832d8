import type { AdmissionView } from '../../shared/cases/admitFact.ts';
import { type CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { sameBox } from '../../shared/cases/reading/distinctArrivals.ts';
import type { CatalogueEntry } from '../../shared/facts/catalogue.ts';
import type { ArrivalFact, Fact } from '../../shared/facts/fact.ts';
import { standingLinkOf, standingRows } from '../cases/blindFacts.ts';
import { identifierRowOfFact } from '../cases/identifiersOf.ts';
import { loadCase } from '../cases/loadCases.ts';
import type { LoadedCase } from '../cases/loadedCase.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What the shared rule must know to admit a fact, as this station knows it. */
export async function admissionView(
  db: StationDatabase,
  fact: Fact,
  loaded: LoadedCase | null,
  target?: Fact,
): Promise<AdmissionView> {
  const arrivalId = arrivalNamedBy(fact);
  const about = target ?? (await targetOf(db, fact));
  const takenBack = fact.kind === 'correction' ? about : null;
  return {
    file: loaded?.file ?? null,
    owner: takenBack && (await ownerOf(db, takenBack, fact)),
    goods: takenBack ? await goodsIn(db, takenBack) : [],
    // Central alone knows every verdict; ids made here are random.
    isIdTaken: false,
    entry: await entryOf(db, fact),
    references: loaded?.references ?? null,
    refunds: loaded?.refunds ?? [],
    arrival: arrivalId === null ? null : await arrivalOf(db, arrivalId),
    twin: fact.kind === 'arrival' ? await twinOf(db, fact) : null,
    target: about,
  };
}

function arrivalNamedBy(fact: Fact): string | null {
  return fact.kind === 'arrival' ? null : arrivalOfGoods(fact);
}

function arrivalOfGoods(fact: Fact): string | null {
  if (fact.kind === 'photoTaken')
    return fact.subject.kind === 'arrival' ? fact.subject.arrivalId : null;
  return 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
}

async function entryOf(db: StationDatabase, fact: Fact): Promise<CatalogueEntry | null> {
  if (fact.kind !== 'finding' || fact.observation.kind !== 'defect') return null;
  const { entry } = fact.observation;
  return entry === undefined ? null : ((await db.catalogue.get(entry)) ?? null);
}

async function arrivalOf(db: StationDatabase, arrivalId: string): Promise<ArrivalFact | null> {
  const rows = await db.facts.where('arrivalId').equals(arrivalId).toArray();
  const arrival = (await standingRows(db, rows)).find((r) => r.kind === 'arrival');
  return arrival?.fact.kind === 'arrival' ? arrival.fact : null;
}

/** The same box is here already: for the same case, or for nobody yet. One pallet may hold several cases. */
async function twinOf(db: StationDatabase, fact: ArrivalFact): Promise<ArrivalFact | null> {
  const values = identifierRowOfFact(fact)?.values ?? [];
  if (values.length === 0) return null;
  const owners = await db.identifiers
    .where('values')
    .anyOf([...values])
    .toArray();
  const ids = owners.flatMap((o) => (o.owner.startsWith('fact:') ? [o.owner.slice(5)] : []));
  const rows = (await db.facts.bulkGet(ids)).flatMap((r) => (r ? [r] : []));
  for (const { fact: other } of await standingRows(db, rows)) {
    if (other.kind !== 'arrival' || !sameBox(other, fact)) continue;
    const owner = other.caseId ?? (await standingLinkOf(db, other.arrivalId))?.caseId ?? null;
    if (owner === null || fact.caseId === null || owner === fact.caseId) return other;
  }
  return null;
}

/** The case that goods recorded before anybody knew whose they are turned out to be in. */
async function ownerOf(db: StationDatabase, target: Fact, { at }: Fact): Promise<CaseFile | null> {
  const arrivalId = target.caseId === null ? arrivalOfGoods(target) : null;
  const link = arrivalId === null ? null : await standingLinkOf(db, arrivalId);
  return link && ((await loadCase(db, link.caseId, at.localDate))?.file ?? null);
}

async function goodsIn(db: StationDatabase, target: Fact): Promise<readonly Fact[]> {
  if (target.kind !== 'arrival') return [];
  const rows = await rowsUnder(db.facts, 'arrivalId', [target.arrivalId]);
  return (await standingRows(db, rows)).map((row) => row.fact);
}

async function targetOf(db: StationDatabase, fact: Fact): Promise<Fact | null> {
  if (fact.kind === 'correction') return (await db.facts.get(fact.corrects))?.fact ?? null;
  if (fact.kind === 'released') return await standingHold(db, fact.heldFactId);
  return fact.kind === 'arrivalLinked' ? await standingLinkOf(db, fact.arrivalId) : null;
}

async function standingHold(db: StationDatabase, heldFactId: string): Promise<Fact | null> {
  const held = await db.facts.get(heldFactId);
  return held ? ((await standingRows(db, [held]))[0]?.fact ?? null) : null;
}
