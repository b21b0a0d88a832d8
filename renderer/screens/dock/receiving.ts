import { nameOfLabel } from '../../../shared/barcodes/scan.ts';
import type { CaseState } from '../../../shared/cases/reading/caseFile.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import type { ArrivalId } from '../../../shared/ids.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { nameHandlingUnit } from '../../actions/nameHandlingUnit.ts';
import { receiveParcel } from '../../actions/receiveParcel.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import { type ComingIn, comingIn } from '../../queries/lists/comingIn.ts';
import type { Match } from '../../queries/lists/findByBarcode.ts';
import { arrivalSeen } from '../../queries/oneCase/arrivalSeen.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { isNameOfParcel } from '../../workflow/routeScan.ts';
import type { DockSays } from '../parcel/dockSays.ts';
import type { DockTable, Label } from '../parcel/dockTable.ts';

/** A label on the outside: whose it is, whether it is here already, or that nobody announced it. */
export async function receive(table: DockTable, scanned: Label, matches: readonly Match[]) {
  const { context, asked, say } = table;
  const cases = matches.filter((m) => m.kind === 'case');
  const named = cases.filter((m) => isNameOfParcel(m.by.kind));
  // A piece of what was announced, without its parcel's label: a person says whether it is that.
  const bySerial = named.length > 0 ? [] : cases.filter((m) => m.by.kind === 'serial');
  const label = bySerial.length > 0 ? { ...scanned, isPapers: true } : scanned;
  const rows = [...named, ...bySerial].map((m) => m.row);
  const coming = await comingIn(context.db, rows, label);
  const [first, other] = coming;
  if (first && (other || bySerial.length > 0)) {
    asked.put({ kind: 'choice', label, coming });
    return say({ kind: 'several', count: coming.length });
  }
  const blind = matches.find((m) => m.kind === 'blindArrival');
  if (first && blind?.kind === 'blindArrival' && first.same === null)
    return await askToLink(table, label, blind.arrival.arrivalId, first);
  if (first) return await receiveFor(table, label, first);
  if (blind?.kind === 'blindArrival') return void (await openAgain(table, blind.arrival.arrivalId));
  return askToKeep(table, label);
}

/** For this case: the goods under this label that are here already, or new ones. */
export async function receiveFor(table: DockTable, label: Label, coming: ComingIn) {
  const { context, asked, say } = table;
  const { paper, row, same, last } = coming;
  if (paper && paper.siteId !== context.enrolment.siteId) {
    asked.put({ kind: 'unexpected', label, isElsewhere: true });
    return say({ kind: 'otherSite', name: row.rma ?? row.clientName });
  }
  const today = localDateOf(new Date(context.clock.now()).toISOString(), table.zone);
  // A pallet number is one pallet for ever; other labels come again, and only a person can say so.
  const isOther = same === null && (label.isPapers === true || isOtherKind(label, last));
  const mayBeAnother = isOther || label.isPapers === true || (same !== null && same.sscc === null);
  const known = same ?? (isOther ? last : null);
  if (!known) return await arrive(table, label, coming);
  const isToday = same !== null && same.at.localDate === today;
  const another = mayBeAnother && !isToday;
  await openAgain(table, known.arrivalId, another);
  if (another) asked.put({ kind: 'another', label, coming });
}

/** One box often has a carrier's label and a pallet number: the second may be the same box. */
function isOtherKind({ barcode }: Label, last: ArrivalFact | null): boolean {
  const hasSscc = barcode?.kind === 'sscc' || (barcode?.kind === 'gs1' && barcode.label.sscc);
  return last !== null && Boolean(hasSscc) !== (last.sscc !== null);
}

/** Saves the arrival; its days run from here. */
export async function arrive(table: DockTable, label: Label, coming: ComingIn | null) {
  const { context, asked, parcel, say } = table;
  const wasAsked = asked.now();
  const result = await receiveParcel(context, {
    ...label,
    caseId: coming?.row.caseId ?? null,
    dock: table.dock,
    note: '',
  });
  if (!result.ok) return await arrivedAlready(table, result.refusal);
  const { arrivalId, caseId } = result.value;
  asked.put(null);
  parcel.put({ arrivalId, caseId });
  table.shared.put(wasAsked?.kind === 'choice' ? wasAsked : null);
  if (label.barcode?.kind === 'licencePlate') {
    const licencePlate = label.barcode.plate;
    const named = await nameHandlingUnit(context, { arrivalId, caseId, licencePlate });
    if (!named.ok) return say({ kind: 'refused', refusal: named.refusal });
  }
  if (coming?.paper?.cancelled && caseId !== null) {
    const note = coming.paper.cancelled.reason;
    const held = await holdCase(context, { caseId, reason: 'cancelled', pausesClock: false, note });
    if (!held.ok) return say({ kind: 'refused', refusal: held.refusal });
  }
  return say(arrivedSays(table, label, coming));
}

/** These goods were kept before their papers came. */
async function askToLink(
  table: DockTable,
  label: Label,
  arrivalId: ArrivalId,
  { row }: ComingIn,
): Promise<void> {
  await openAgain(table, arrivalId);
  table.asked.put({ kind: 'link', row, label });
  table.say({ kind: 'askLink', name: row.rma ?? row.clientName });
}

export function askToKeep({ asked, say }: DockTable, label: Label): void {
  asked.put({ kind: 'unexpected', label, isElsewhere: false });
  const { barcode } = label;
  const doubt = barcode?.kind === 'tracking' ? barcode.doubt : null;
  say({ kind: 'unexpected', label: barcode && nameOfLabel(barcode), doubt });
}

/** The same goods again: who received them, and their contents are open for counting. */
export async function openAgain(
  table: DockTable,
  arrivalId: ArrivalId | string,
  another = false,
): Promise<boolean> {
  const { context, asked, parcel, shared, say } = table;
  const seen = await arrivalSeen(context.db, arrivalId);
  if (!seen) return false;
  const wasAsked = asked.now();
  shared.put(wasAsked?.kind === 'choice' ? wasAsked : null);
  asked.put(null);
  parcel.put({ arrivalId: seen.arrival.arrivalId, caseId: seen.caseId });
  say({ kind: 'again', by: seen.receivedBy, at: seen.arrival.at.utc, another });
  return true;
}

async function arrivedAlready(table: DockTable, refusal: ActionRefusal): Promise<void> {
  const isOpen = refusal.code === 'alreadyArrived' && (await openAgain(table, refusal.arrivalId));
  if (!isOpen) table.say({ kind: 'refused', refusal });
}

/** What was there of the return before has its decision. */
const decidedStates: readonly CaseState[] = [
  'partlyDecided',
  'approved',
  'declined',
  'refundDue',
  'refundStarted',
  'settled',
];

function arrivedSays(
  { context, zone }: DockTable,
  label: Label,
  coming: ComingIn | null,
): DockSays {
  if (!coming)
    return { kind: 'keptUnexpected', label: label.barcode && nameOfLabel(label.barcode) };
  const { paper, row } = coming;
  const odd = oddly(paper, row);
  if (odd) return odd;
  const name = row.rma ?? row.clientName;
  const today = localDateOf(new Date(context.clock.now()).toISOString(), zone);
  const isLate = paper?.expectedOn && paper.expectedOn < today;
  return {
    kind: 'received',
    name,
    client: row.clientName,
    expectedOn: isLate ? paper.expectedOn : null,
  };
}

/** What is said where goods come for a return that is not simply expected; null: it is. */
export function oddly(paper: ReturnCase | null, row: CaseRow): DockSays | null {
  const name = row.rma ?? row.clientName;
  if (paper?.cancelled)
    return { kind: 'receivedOdd', why: 'cancelled', name, reason: paper.cancelled.reason };
  const outcome = paper?.review?.outcome ?? null;
  if (outcome === 'denied') return { kind: 'receivedOdd', why: 'denied', name, reason: null };
  if (paper && (outcome === null || outcome === 'moreInformation'))
    return { kind: 'receivedOdd', why: 'early', name, reason: null };
  if (decidedStates.includes(row.state))
    return { kind: 'receivedOdd', why: 'decided', name, reason: null };
  return null;
}
