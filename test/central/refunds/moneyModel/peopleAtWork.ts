/**
 * Two stations at work on two to four returns over shared order lines, each knowing what it was told
 * when it last met central. They count, recount, undo, find, dispute, decide alone, together and
 * against each other, signed and as stations of before did.
 */

import { type CaseFile, readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { basisOf } from '../../../../shared/cases/reading/layers.ts';
import { isUnderVerdict } from '../../../../shared/cases/reading/underVerdict.ts';
import type { Fact, Observation } from '../../../../shared/facts/fact.ts';
import {
  aCorrection,
  aDecision,
  aFinishedInspection,
} from '../../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  factId,
  findingId,
  inspectionId,
  personId,
  returnLineId,
  stationId,
  unitGroupId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import type { Dice } from '../../../faults/dice.ts';
import { decide } from './decide.ts';
import { inspectors, type Next, type Office, supervisors, type Told } from './office.ts';

export type AtStation = { readonly id: string; told: Told; queue: Fact[] };

export function fileIn(office: Office, told: Told, id: string): CaseFile {
  const returnCase = office.cases.find((c) => c.id === id);
  if (!returnCase) throw new Error(`no case ${id}`);
  return readCaseFile(
    returnCase,
    told.facts.filter((f) => f.caseId === id),
    told.refunds.filter((r) => r.caseId === id),
    told.grants.filter((g) => g.caseId === id),
  );
}

/** Counts the facts of one history: ids that sort as they were told. */
export type Teller = { readonly name: string; told: number };

/** One thing somebody does at a station, or nothing where it makes no sense. */
export function oneStep(dice: Dice, office: Office, station: AtStation, teller: Teller): void {
  const returnCase = dice.one(office.cases);
  const mine = { ...station.told, facts: [...station.told.facts, ...station.queue] };
  const file = fileIn(office, mine, returnCase.id);
  const fact = stepIn(dice, office, mine, file, (what) => {
    teller.told += 1;
    return `${teller.name}-${String(teller.told).padStart(4, '0')}-${what}`;
  });
  if (fact) station.queue.push({ ...fact, stationId: stationId(station.id) });
}

function stepIn(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  const { id } = file.returnCase;
  if (file.arrivals.length === 0)
    return anArrival({
      id: factId(next('arrival')),
      caseId: id,
      arrivalId: arrivalId(`${id}-arrival`),
      trackingNumber: id.slice(-40),
    });
  if (file.unitGroups.length === 0) return count(dice, office, file, next);
  const unseen = file.unitGroups.some(
    (g) => g.quantity > 0 && !file.findings.some((f) => f.unitGroupId === g.unitGroupId),
  );
  const often = (percent: number) => dice.below(100) < percent;
  // Mostly people do what the case waits for; now and then anything.
  if (often(10)) return anything(dice, office, told, file, next);
  if (unseen && often(85)) return find(dice, file, next, unseen);
  if (file.heads.length > 1 && often(75)) return choose(dice, file, next);
  if ((file.heads.length === 0 || isStale(file)) && often(85)) return finish(dice, file, next);
  if (!isDecided(file) && often(90)) return decision(dice, office, told, file, next);
  return anything(dice, office, told, file, next);
}

function decision(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  if (file.heads.length > 1 && dice.below(5) > 0) return choose(dice, file, next);
  return decide(dice, office, told, file, next);
}

function anything(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  switch (dice.below(9)) {
    case 0:
    case 1:
      return count(dice, office, file, next);
    case 2:
    case 3:
      return undo(dice, file, next);
    case 4:
      return find(dice, file, next, false);
    case 5:
      return dispute(dice, file, next);
    case 6:
      return moveUnits(dice, file, next);
    case 7:
      return finish(dice, file, next);
    default:
      return decision(dice, office, told, file, next);
  }
}

/** Something was recorded that the standing verdict has not seen. */
function isStale(file: CaseFile): boolean {
  const head = file.inspections.find((i) => i.verdictId === file.heads[0]);
  const layer = file.layers.find((l) => l.finished.some((f) => f.id === head?.id));
  if (!head || !layer) return false;
  const basis = new Set<string>(head.basis);
  return basisOf(file.facts, file.layers, layer).some((id) => {
    const fact = file.facts.find((f) => f.id === id);
    const weighs = fact && ['unitsCounted', 'finding', 'correction'].includes(fact.kind);
    return weighs === true && !basis.has(id);
  });
}

function isDecided(file: CaseFile): boolean {
  const own = file.grants.filter((g) => file.heads.includes(g.verdictId));
  return (
    own.some((g) => g.decision === 'decline') ||
    file.unitGroups.every((group) =>
      own.some((g) => g.portions.some((p) => p.unitGroupId === group.unitGroupId)),
    )
  );
}

function count(dice: Dice, office: Office, file: CaseFile, next: Next): Fact {
  const { id } = file.returnCase;
  const known = file.unitGroups.map((g) => g.unitGroupId);
  const again = known.length > 0 && dice.below(4) === 0;
  const group = again ? dice.one(known) : unitGroupId(next('group'));
  const before = file.unitGroups.find((g) => g.unitGroupId === group);
  return aUnitGroup({
    id: factId(next('count')),
    caseId: id,
    arrivalId: arrivalId(`${id}-arrival`),
    unitGroupId: group,
    returnLineId: before?.returnLineId ?? returnLineId(dice.one(['line-1', 'line-1', 'line-2'])),
    ...(dice.below(5) === 0 && office.serials.length > 0
      ? scanned(dice, office.serials)
      : { quantity: 1 + dice.below(6) }),
  });
}

/** What was undone is counted anew, under another line, as the same group or as one of its own. */
function moveUnits(dice: Dice, file: CaseFile, next: Next): Fact | null {
  const undone = file.facts.flatMap((f) =>
    f.kind === 'unitsCounted' && file.corrected.has(f.id) ? [f] : [],
  );
  if (undone.length === 0) return null;
  const before = dice.one(undone);
  const stands = file.unitGroups.some((g) => g.unitGroupId === before.unitGroupId);
  return aUnitGroup({
    ...before,
    caseId: file.returnCase.id,
    id: factId(next('count')),
    unitGroupId: stands || dice.below(2) === 0 ? unitGroupId(next('group')) : before.unitGroupId,
    returnLineId: returnLineId(before.returnLineId === 'line-1' ? 'line-2' : 'line-1'),
  });
}

/** Serials, one of them now and then scanned twice. */
function scanned(dice: Dice, pool: readonly string[]) {
  const serials = Array.from({ length: 1 + dice.below(3) }, () => dice.one(pool));
  return { serials, quantity: serials.length };
}

function undo(dice: Dice, file: CaseFile, next: Next): Fact | null {
  const live = file.facts.filter(
    (f) =>
      !file.corrected.has(f.id) &&
      (f.kind === 'unitsCounted' || f.kind === 'finding' || f.kind === 'inspectionFinished'),
  );
  if (live.length === 0) return null;
  const target = dice.one(live);
  // Mostly people take first what rests on it, as they are told; now and then they try all the same.
  if (dice.below(5) > 0) {
    const sentBack = sendBack(dice, file, target, next);
    if (sentBack) return sentBack;
    const found = file.findings.filter(
      (f) => target.kind === 'unitsCounted' && f.unitGroupId === target.unitGroupId,
    );
    if (found.length > 0) return takingBack(dice.one(found), file, next);
  }
  return takingBack(target, file, next);
}

function takingBack(target: Fact, file: CaseFile, next: Next): Fact {
  return aCorrection({
    id: factId(next('undo')),
    caseId: file.returnCase.id,
    personId: target.personId,
    corrects: target.id,
  });
}

/** Below a verdict that stands nothing is taken back before a supervisor has sent it back. */
function sendBack(dice: Dice, file: CaseFile, target: Fact, next: Next): Fact | null {
  const head = file.inspections.find((i) => file.heads.includes(i.verdictId));
  if (!head || !isUnderVerdict(target, file)) return null;
  return aDecision({
    id: factId(next('decision')),
    caseId: file.returnCase.id,
    personId: personId(dice.one(supervisors)),
    verdictId: head.verdictId,
    decision: 'sendBack',
    choices: [],
    reason: 'Count them again',
  });
}

const seen: readonly Observation[] = [
  aDefect(),
  aDefect(),
  aDefect({ cause: 'unknown' }),
  aDefect({ code: 'specification.wrongModel', cause: 'orderError' }),
  aDefect({ code: 'transport.crushed', cause: 'outboundTransport' }),
  { kind: 'noDefect' },
];

function find(dice: Dice, file: CaseFile, next: Next, unseen: boolean): Fact | null {
  // A group of serials that were all counted before holds no unit.
  const some = file.unitGroups.filter((g) => g.quantity > 0);
  const groups = unseen
    ? some.filter((g) => !file.findings.some((f) => f.unitGroupId === g.unitGroupId))
    : some;
  if (groups.length === 0) return null;
  const { unitGroupId: group, quantity } = dice.one(groups);
  const from = dice.below(3) === 0 ? dice.below(quantity) : 0;
  const to = dice.below(3) === 0 ? from + 1 + dice.below(quantity - from) : quantity;
  const layer = file.layers.at(-1);
  const before = file.layers.slice(0, -1).flatMap((l) => l.findings.map((f) => f.personId));
  const fresh = inspectors.filter((name) => !before.includes(personId(name)));
  const id = next('finding');
  return aFinding({
    id: factId(id),
    caseId: file.returnCase.id,
    personId: personId(dice.one(fresh.length > 0 && dice.below(9) > 0 ? fresh : inspectors)),
    findingId: findingId(id),
    unitGroupId: group,
    quantity: to - from,
    ...(dice.below(5) > 0 && { units: [{ from, to }] }),
    ...(layer?.inspectionId && { inspectionId: layer.inspectionId }),
    observation: dice.one(seen),
  });
}

function dispute(dice: Dice, file: CaseFile, next: Next): Fact {
  const { siteId, stationId: station, at } = aDecision();
  return {
    id: factId(next('started')),
    siteId,
    stationId: station,
    at,
    personId: personId(dice.one(inspectors)),
    kind: 'inspectionStarted',
    caseId: file.returnCase.id,
    inspectionId: inspectionId(next('again')),
    inspection: dice.one(['reInspection', 'dispute', 'blindSecond'] as const),
    reason: 'The client objects',
  };
}

function choose(dice: Dice, file: CaseFile, next: Next): Fact {
  const { siteId, stationId: station, at } = aDecision();
  return {
    id: factId(next('chosen')),
    siteId,
    stationId: station,
    at,
    personId: personId(dice.one(supervisors)),
    kind: 'inspectionChosen',
    caseId: file.returnCase.id,
    verdictId: dice.one(file.heads),
    over: [...file.heads],
    reason: 'Looked closer',
  };
}

function finish(dice: Dice, file: CaseFile, next: Next): Fact | null {
  const layers = file.layers.filter((l) => l.findings.length > 0);
  if (layers.length === 0) return null;
  const layer = dice.one(layers);
  const used = file.inspections.map((i) => i.verdictId);
  const id = next('verdict');
  return aFinishedInspection({
    id: factId(next('inspection')),
    caseId: file.returnCase.id,
    personId: personId(dice.one(inspectors)),
    inspectionId: layer.inspectionId ?? inspectionId(`${file.returnCase.id}-first`),
    inspection: layer.inspection,
    // Now and then somebody takes an id that was used.
    verdictId: used.length > 0 && dice.below(12) === 0 ? dice.one(used) : verdictId(id),
    basis: [...basisOf(file.facts, file.layers, layer)],
  });
}
