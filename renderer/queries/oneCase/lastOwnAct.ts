import type { Fact, FactKind } from '../../../shared/facts/fact.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import { rowsUnder } from '../../storage/byIndex.ts';
import { newestOwnFacts } from '../../storage/ownFacts.ts';
import type { FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

const acts: readonly FactKind[] = [
  'arrival',
  'arrivalLinked',
  'caseOpened',
  'doorChecked',
  'handlingUnit',
  'unitsCounted',
  'photoTaken',
  'missingNoted',
  'parcelDone',
  'held',
  'released',
];
const lookedAt = 40;
/** Behind it nobody remembers what the last act was. */
const longestShiftMs = 12 * 60 * 60 * 1000;

/**
 * What this person did last at this station and nobody has taken back: one record, or the two that
 * one act made (a hazard is a look at the door and a hold). Newest first; empty when there is none, or
 * when the last is none of the dock's or of an earlier shift: what came before is never taken back in its place.
 */
export async function lastOwnAct(
  db: StationDatabase,
  personId: string,
  now: number,
): Promise<readonly Fact[]> {
  const isOwn = ({ fact, kind }: FactRow) => fact.personId === personId && kind !== 'correction';
  const isOfEarlier = ({ fact }: FactRow) => now - Date.parse(fact.at.utc) > longestShiftMs;
  const read = await newestOwnFacts(
    db,
    (some) => some.some(isOfEarlier) || some.filter(isOwn).length >= lookedAt,
  );
  const rows = read.filter(isOwn).slice(0, lookedAt);
  const notRefused = (await withAcks(db, rows)).filter((row) => row.acceptance !== 'refused');
  const corrections = await rowsUnder(
    db.facts,
    'fact.corrects',
    notRefused.map((row) => row.id),
  );
  const undone = new Set(
    corrections.filter((c) => c.acceptance !== 'refused').map((c) => c.corrects),
  );
  const facts = notRefused.filter((row) => !undone.has(row.id)).map((row) => row.fact);
  if (!facts[0] || !acts.includes(facts[0].kind)) return [];
  if (now - Date.parse(facts[0].at.utc) > longestShiftMs) return [];
  const act: Fact[] = [];
  for (const fact of facts) {
    const after = act.at(-1);
    if (after && !isOneAct(fact, after)) break;
    act.push(fact);
  }
  return act;
}

/** The later record was made by the same press or scan as the one before it. */
function isOneAct(before: Fact, after: Fact): boolean {
  if (after.kind === 'held')
    return (
      (after.reason === 'hazard' &&
        before.kind === 'doorChecked' &&
        before.condition === 'leaking' &&
        before.arrivalId === after.arrivalId) ||
      (after.reason === 'cancelled' &&
        (before.kind === 'arrival' || before.kind === 'arrivalLinked') &&
        before.caseId === after.caseId)
    );
  if (after.kind === 'handlingUnit')
    return before.kind === 'arrival' && before.arrivalId === after.arrivalId;
  return (
    after.kind === 'arrivalLinked' && before.kind === 'caseOpened' && before.caseId === after.caseId
  );
}
