/** What a person at a station records next, upon what the station knows. */

import { readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import { caseFromOpening } from '../../shared/cases/reading/policyOfCase.ts';
import type { ReturnCase } from '../../shared/facts/documents.ts';
import type { Fact, UnitsCountedFact } from '../../shared/facts/fact.ts';
import { assertNever } from '../../shared/result.ts';
import { aCorrection, aDecision, aFinishedInspection } from '../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  inspectionId,
  personId,
  stationId,
  unitGroupId,
  verdictId,
} from '../builders/cases/ids.ts';
import { aFinding, aHold, anArrival, aUnitGroup } from '../builders/cases/recordedFacts.ts';
import type { Intention } from './schedule.ts';

export type Desk = {
  readonly station: string;
  /** Facts that count here, and the papers of the cases known here. */
  readonly facts: readonly Fact[];
  readonly cases: ReadonlyMap<string, ReturnCase>;
  /** Facts read off labels of other stations: central may not have them yet. */
  readonly labels: readonly Fact[];
  /** A new name, the same at every station of this schedule only once. */
  readonly fresh: () => string;
};

/** The facts of one intention, in order; none when there is nothing to do it to. */
export function factsOf(what: Intention, pick: number, desk: Desk): readonly Fact[] {
  const ids = [...desk.cases.keys()];
  const own = { stationId: stationId(desk.station) };
  const theCase = caseId(ids[pick % ids.length] ?? 'case-1');
  // Every third label is one that only another station has written so far.
  const known = pick % 3 === 2 ? [...desk.facts, ...desk.labels] : desk.facts;
  const inspector = { personId: personId(desk.station < 'C' ? 'ivan' : 'iris') };
  const supervisor = { personId: personId(pick % 2 === 0 ? 'sara' : 'sven') };
  const dock = { personId: personId('dora') };
  switch (what) {
    case 'arrive':
      return [arrival()];
    case 'wholeReturn':
      return wholeReturn();
    case 'approvedReturn': {
      const whole = wholeReturn();
      return [...whole, ...decision('approve', [...desk.facts, ...whole], [theCase])];
    }
    case 'count': {
      const arrived = chosen(known, 'arrival');
      return arrived && arrived.caseId !== null ? [count(arrived)] : [];
    }
    case 'find': {
      const counted = chosen(known, 'unitsCounted');
      return counted && counted.caseId !== null
        ? [finding({ ...counted, caseId: counted.caseId })]
        : [];
    }
    case 'inspect': {
      const basis = factsNaming(theCase);
      return basis.some((fact) => fact.kind === 'finding') ? [inspection(basis)] : [];
    }
    case 'approve':
    case 'sendBack':
      return decision(what, desk.facts, ids);
    case 'hold':
      return [aHold({ ...own, ...dock, caseId: theCase, id: id() })];
    case 'release': {
      const held = chosen(known, 'held');
      if (!held) return [];
      const { caseId: heldCase, id: heldFactId, at, siteId } = held;
      return [
        {
          ...own,
          ...inspector,
          kind: 'released',
          id: id(),
          caseId: heldCase,
          heldFactId,
          at,
          siteId,
          note: '',
        },
      ];
    }
    case 'correct': {
      const wrong = chosen(known, 'finding');
      return wrong
        ? [
            aCorrection({
              ...own,
              ...supervisor,
              id: id(),
              caseId: wrong.caseId,
              corrects: wrong.id,
            }),
          ]
        : [];
    }
    case 'openCase': {
      const opened = caseId(`case-${desk.fresh()}`);
      const { at, siteId } = aHold();
      return [
        {
          ...own,
          ...dock,
          kind: 'caseOpened',
          id: id(),
          caseId: opened,
          clientId: null,
          at,
          siteId,
          note: '',
        },
        anArrival({ ...own, ...dock, id: id(), caseId: opened, ...box() }),
      ];
    }
    case 'unreadable':
    case 'unstorable':
      return [aHold({ ...own, ...dock, caseId: theCase, id: id(), note: what })];
    default:
      return assertNever(what);
  }

  function id() {
    return factId(`fact-${desk.fresh()}`);
  }
  function box() {
    const name = desk.fresh();
    return { arrivalId: arrivalId(`arrival-${name}`), trackingNumber: name };
  }
  function arrival() {
    return anArrival({ ...own, ...dock, id: id(), caseId: theCase, ...box() });
  }
  function count(arrived: Pick<Extract<Fact, { kind: 'arrival' }>, 'arrivalId' | 'caseId'>) {
    return aUnitGroup({
      ...own,
      ...dock,
      id: id(),
      caseId: arrived.caseId ?? theCase,
      arrivalId: arrived.arrivalId,
      unitGroupId: unitGroupId(`group-${desk.fresh()}`),
      quantity: 1,
    });
  }
  function finding(counted: Pick<UnitsCountedFact, 'unitGroupId' | 'caseId'>) {
    return aFinding({
      ...own,
      ...inspector,
      id: id(),
      caseId: counted.caseId,
      findingId: findingId(`finding-${desk.fresh()}`),
      unitGroupId: counted.unitGroupId,
      quantity: 1,
    });
  }
  function inspection(basis: readonly Fact[]) {
    const name = desk.fresh();
    return aFinishedInspection({
      ...own,
      ...inspector,
      id: id(),
      caseId: theCase,
      inspectionId: inspectionId(`inspection-${name}`),
      verdictId: verdictId(`verdict-${name}`),
      basis: basis.map((fact) => fact.id).sort(),
    });
  }
  function wholeReturn(): readonly Fact[] {
    const arrived = arrival();
    const counted = count(arrived);
    const found = finding(counted);
    const basis = [...factsNaming(theCase), arrived, counted, found];
    return [arrived, counted, found, inspection(basis)];
  }
  function decision(
    kind: 'approve' | 'sendBack',
    seen: readonly Fact[],
    among: readonly string[],
  ): readonly Fact[] {
    const decidable = among.flatMap((one) => {
      const paper = desk.cases.get(one);
      if (!paper) return [];
      const file = readCaseFile(paper, factsNaming(one, seen));
      return file.heads.map((head) => ({ file, head }));
    });
    const chosenHead = decidable[pick % Math.max(1, decidable.length)];
    if (!chosenHead) return [];
    const { file, head } = chosenHead;
    const choice = { resolution: 'refund', disposition: 'scrap', overrideAmount: null } as const;
    return [
      aDecision({
        ...own,
        ...supervisor,
        id: id(),
        caseId: file.returnCase.id,
        verdictId: head,
        decision: kind,
        reason: 'looked at again',
        choices: file.unitGroups.map((group) => ({ unitGroupId: group.unitGroupId, ...choice })),
      }),
    ];
  }
  function factsNaming(one: string, among = desk.facts): readonly Fact[] {
    return among.filter((fact) => fact.caseId === one);
  }
  function chosen<K extends Fact['kind']>(
    from: readonly Fact[],
    kind: K,
  ): Extract<Fact, { kind: K }> | undefined {
    const fitting = from.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
    return fitting[pick % Math.max(1, fitting.length)];
  }
}

/** The papers a station knows: the office's, and those of cases opened in the warehouse. */
export function casesIn(
  office: ReadonlyMap<string, ReturnCase>,
  facts: readonly Fact[],
): ReadonlyMap<string, ReturnCase> {
  const opened = facts.flatMap((fact) => (fact.kind === 'caseOpened' ? [fact] : []));
  return opened.length === 0
    ? office
    : new Map([...office, ...opened.map((fact) => [fact.caseId, caseFromOpening(fact)] as const)]);
}
