/**
 * Two stations at work on two to four returns over shared order lines, each knowing what it was told
 * when it last met central. They count, recount, undo, find, dispute, decide alone, together and
 * against each other, signed and as stations of before did.
 */

import { type CaseFile, readCaseFile } from '../../../shared/returns/caseFile.ts';
import { signed } from '../../../shared/returns/choices.ts';
import type {
  Contract,
  Grant,
  OrderLine,
  Refund,
  ReturnCase,
} from '../../../shared/returns/documents.ts';
import type {
  Answer,
  Fact,
  GroupChoice,
  Observation,
  VerdictDecidedFact,
} from '../../../shared/returns/fact.ts';
import { grantedOnLines } from '../../../shared/returns/grants.ts';
import { basisOf } from '../../../shared/returns/layers.ts';
import type { CaseReferences } from '../../../shared/returns/policyInput.ts';
import { decideVerdict, termsOf } from '../../../shared/returns/verdict.ts';
import { aCalendar } from '../../builders/aCalendar.ts';
import { aReturnLine } from '../../builders/aCase.ts';
import { aClient } from '../../builders/aClient.ts';
import { aContract } from '../../builders/aContract.ts';
import { anOrderLine } from '../../builders/anOrderLine.ts';
import { aPolicy } from '../../builders/aPolicy.ts';
import { aCorrection, aDecision, aFinishedInspection } from '../../builders/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  contractId,
  factId,
  findingId,
  inspectionId,
  orderLineId,
  personId,
  returnLineId,
  stationId,
  unitGroupId,
  verdictId,
} from '../../builders/ids.ts';
import { aDefect, aFinding, anArrival, aUnitGroup } from '../../builders/recordedFacts.ts';
import type { Dice } from '../../faults/dice.ts';
import { caseNumber } from '../aCompany.ts';

export type Office = {
  readonly contract: Contract;
  readonly orderLines: readonly OrderLine[];
  readonly cases: readonly ReturnCase[];
};

/** What a station was last told. */
export type Told = {
  readonly facts: readonly Fact[];
  readonly refunds: readonly Refund[];
  readonly grants: readonly Grant[];
};

export type AtStation = { readonly id: string; told: Told; queue: Fact[] };

export const supervisors = ['sara', 'olga', 'theo'] as const;
const inspectors = ['ivan', 'inga', 'igor'] as const;
const price = 10_000;

/** Papers under names of their own, so that many histories fit into one central. */
export function anOffice(dice: Dice, name: string): Office {
  const shipped = 4 + dice.below(8);
  const invoiced = dice.below(3) === 0 ? { net: shipped * 9_000, tax: shipped * 1_710 } : undefined;
  const orderLines = ['a', 'b'].map((line) =>
    anOrderLine({
      id: orderLineId(`${name}-${line}`),
      orderedQuantity: shipped,
      shippedQuantity: shipped,
      unitPrice: price,
      ...(invoiced && { invoiced }),
    }),
  );
  const contract = aContract({
    id: contractId(`${name}-contract`),
    secondApprovalAbove: dice.one([null, 15_000, 40_000, 90_000]),
  });
  const cases = Array.from({ length: 2 + dice.below(3) }, (_, index) =>
    caseNumber(index + 1, {
      id: caseId(`${name}-case-${index + 1}`),
      rma: `${name}-${index + 1}`.slice(-20),
      contractId: contract.id,
      lines: orderLines.map((line, at) =>
        aReturnLine({
          id: returnLineId(`line-${at + 1}`),
          orderLineId: line.id,
          requestedQuantity: shipped,
          approvedQuantity: dice.below(4) === 0 ? Math.ceil(shipped / 2) : shipped,
          wanted: dice.one(['refund', 'exchange', null]),
        }),
      ),
    }),
  );
  return { contract, orderLines, cases };
}

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

type Next = (what: string) => string;

function stepIn(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  const { id } = file.returnCase;
  if (file.arrivals.length === 0)
    return anArrival({
      id: factId(next('arrival')),
      caseId: id,
      arrivalId: arrivalId(`${id}-arrival`),
      trackingNumber: `${id}`.slice(-40),
    });
  if (file.unitGroups.length === 0) return count(dice, file, next);
  const unseen = file.unitGroups.some(
    (g) => !file.findings.some((f) => f.unitGroupId === g.unitGroupId),
  );
  const often = (percent: number) => dice.below(100) < percent;
  // Mostly people do what the case waits for; now and then anything.
  if (often(10)) return anything(dice, office, told, file, next);
  if (unseen && often(85)) return find(dice, file, next, unseen);
  if (file.heads.length > 1 && often(75)) return choose(dice, file, next);
  if ((file.heads.length === 0 || isStale(file)) && often(85)) return finish(dice, file, next);
  if (!isDecided(file) && often(90)) return decide(dice, office, told, file, next);
  return anything(dice, office, told, file, next);
}

function anything(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  switch (dice.below(8)) {
    case 0:
    case 1:
      return count(dice, file, next);
    case 2:
    case 3:
      return undo(dice, file, next);
    case 4:
      return find(dice, file, next, false);
    case 5:
      return dispute(dice, file, next);
    case 6:
      return finish(dice, file, next);
    default:
      return decide(dice, office, told, file, next);
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

function count(dice: Dice, file: CaseFile, next: Next): Fact {
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
    quantity: 1 + dice.below(6),
  });
}

function undo(dice: Dice, file: CaseFile, next: Next): Fact | null {
  const live = file.facts.filter(
    (f) =>
      !file.corrected.has(f.id) &&
      (f.kind === 'unitsCounted' || f.kind === 'finding' || f.kind === 'inspectionFinished'),
  );
  if (live.length === 0) return null;
  const target = dice.one(live);
  return aCorrection({
    id: factId(next('undo')),
    caseId: file.returnCase.id,
    personId: target.personId,
    corrects: target.id,
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
  const groups = unseen
    ? file.unitGroups.filter((g) => !file.findings.some((f) => f.unitGroupId === g.unitGroupId))
    : file.unitGroups;
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

function decide(dice: Dice, office: Office, told: Told, file: CaseFile, next: Next): Fact | null {
  const { id } = file.returnCase;
  const by = personId(dice.one(supervisors));
  const base = aDecision({
    id: factId(next('decision')),
    caseId: id,
    personId: by,
    reason: 'As seen',
  });
  if (file.heads.length > 1 && dice.below(5) > 0) return choose(dice, file, next);
  const open = file.decisions.filter(
    (d) =>
      d.personId !== by &&
      file.heads.includes(d.verdictId) &&
      d.choices.length > 0 &&
      !file.grants.some((g) => g.id === d.id),
  );
  // A second person about what a first one signed: most agree, some do not quite.
  if (open.length > 0 && dice.below(10) < 7) {
    const { verdictId: verdict, decision, choices, answers, terms } = dice.one(open);
    const theirs = {
      ...base,
      verdictId: verdict,
      decision,
      choices,
      answers,
      ...(terms && { terms }),
    };
    return dice.below(5) === 0 ? altered(dice, theirs) : theirs;
  }
  const verdict =
    dice.below(8) === 0 && file.inspections.length > 0
      ? dice.one(file.inspections).verdictId
      : file.heads[0];
  const inspection = file.inspections.find((i) => i.verdictId === verdict);
  if (!inspection || verdict === undefined) return null;
  const kind = dice.below(40);
  if (kind === 0) return { ...base, verdictId: verdict, decision: 'decline', choices: [] };
  if (kind === 1) return { ...base, verdictId: verdict, decision: 'sendBack', choices: [] };
  const references = referencesIn(office, told, id);
  const answers: Answer[] = [];
  let decided = decideVerdict(inspection, file, references, { answers, at: base.at });
  for (let round = 0; round < 4 && decided.ok && decided.value.questions.length > 0; round += 1) {
    for (const q of decided.value.questions)
      answers.push({
        question: q.question,
        unitGroupId: q.unitGroupId,
        ...(q.unitGroupId !== null && { units: [...q.units] }),
        answer: dice.one(q.answers),
        reason: 'As seen',
      });
    decided = decideVerdict(inspection, file, references, { answers, at: base.at });
  }
  if (!decided.ok) return null;
  const isUsedUp = decided.value.portions.some(
    (p) => p.standing === 'notUpheld' && p.negative === 'quantityDifference',
  );
  const isOverride = dice.below(isUsedUp ? 2 : 6) === 0;
  const isLegacy = dice.below(3) === 0;
  const portions = decided.value.portions.filter((p) => isLegacy || dice.below(4) > 0);
  const choices = portions.flatMap((portion): GroupChoice[] => {
    const free = isOverride && dice.below(3) > 0;
    const offered = portion.resolutions.map((r) => r.kind);
    if (!free && offered.length === 0) return [];
    const choice: GroupChoice = {
      unitGroupId: portion.unitGroupId,
      resolution: free
        ? dice.one(['refund', 'exchange', 'compensation', 'creditWithoutReturn'] as const)
        : dice.below(5) === 0
          ? dice.one(offered)
          : (offered[0] ?? 'none'),
      disposition: portion.dispositions[0] ?? 'quarantine',
      overrideAmount: free ? dice.below(portion.amountAtStake * 2 + 1) : null,
    };
    if (isLegacy) return [choice];
    if (choice.resolution === 'compensation') choice.basis = 'agreed';
    return [signed({ choice, portion })];
  });
  const once = isLegacy ? [...new Map(choices.map((c) => [c.unitGroupId, c])).values()] : choices;
  const terms = isLegacy ? null : termsOf(decided.value, inspection, file, references);
  return {
    ...base,
    verdictId: verdict,
    decision: isOverride ? 'override' : 'approve',
    choices: once,
    answers,
    ...(terms && { terms }),
  };
}

function altered(dice: Dice, fact: VerdictDecidedFact): VerdictDecidedFact {
  const [first, ...rest] = fact.choices;
  if (!first) return fact;
  switch (dice.below(3)) {
    case 0:
      return { ...fact, choices: [{ ...first, disposition: 'quarantine' }, ...rest] };
    case 1:
      return { ...fact, choices: rest };
    default:
      return {
        ...fact,
        choices: [
          { ...first, ...(first.amount !== undefined && { amount: first.amount + 1 }) },
          ...rest,
        ],
      };
  }
}

export function referencesIn(office: Office, told: Told, id: string): CaseReferences {
  return {
    policy: aPolicy(),
    client: aClient(),
    contract: office.contract,
    orderLines: [...office.orderLines],
    calendar: aCalendar(),
    periodCalendar: null,
    grantedElsewhere: grantedOnLines(told.grants.filter((g) => g.caseId !== id)).map(
      ({ orderLineId: line, quantity, value }) => ({ orderLineId: line, quantity, value }),
    ),
    serialsElsewhere: [],
  };
}
