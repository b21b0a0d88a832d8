import { type CaseFile, readCaseFile } from '../../shared/cases/reading/caseFile.ts';
import {
  type OtherPicture,
  picturesElsewhere,
} from '../../shared/cases/reading/picturesElsewhere.ts';
import type { CaseReferences } from '../../shared/cases/reading/policyInput.ts';
import { policyOfCase } from '../../shared/cases/reading/policyOfCase.ts';
import { noCalendar } from '../../shared/deadlines/noCalendar.ts';
import type { CatalogueEntry } from '../../shared/facts/catalogue.ts';
import type {
  Client,
  Contract,
  Grant,
  OrderLine,
  Person,
  PolicyVersion,
  Refund,
  ReturnCase,
  SiteCalendar,
} from '../../shared/facts/documents.ts';
import type { ArrivalFact, Fact } from '../../shared/facts/fact.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';
import type { RefusalCode } from '../../shared/facts/refusal.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import { contractKey } from '../documents/contractKey.ts';
import { type FactIndex, factsOfCase } from './factsOfCase.ts';
import type { GrantedToCase } from './grantRows.ts';
import { movedFromElsewhere } from './movedFromElsewhere.ts';
import type { PlaceSize } from './placeSizeRows.ts';
import { serialsElsewhere } from './serialsElsewhere.ts';

export type Duty = 'touched' | 'decided';

/** Everything central knows about the cases a batch is about; grows as its commands are admitted. */
export type WorkingSet = {
  readonly people: Map<string, Person>;
  readonly cases: Map<string, ReturnCase>;
  readonly facts: FactIndex;
  /** How large each case is, and each arrival without one (`placeOf`). */
  readonly sizes?: Map<string, PlaceSize>;
  /** Entries of the catalogue that findings of the batch name. */
  readonly entries?: ReadonlyMap<string, CatalogueEntry>;
  readonly refunds: Map<string, readonly Refund[]>;
  /** Records of the pictures of the cases that are decided about, of any case. */
  readonly pictures?: readonly OtherPicture[];
  /** By case, in the order central accepted them. */
  readonly grants: Map<string, readonly Grant[]>;
  /** What any case was granted of the order lines that are decided about. */
  readonly granted: GrantedToCase[];
  /** Ids verdicts and decisions cannot bear any more: a refund has one of the two. */
  readonly takenIds: Set<string>;
  /** By `dutyKey`. */
  readonly duties: Map<string, Duty>;
  /** Ids that refused commands would have brought. */
  readonly rejected: Set<string>;
  readonly referenceData: ReferenceData;
};

/** Refusals of what nobody proved: to other stations they say nothing. */
export const unproved = [
  'badSignature',
  'brokenChain',
  'steppedOver',
  'idReused',
] as const satisfies readonly RefusalCode[];

/** What cases are decided with. */
export type ReferenceData = {
  readonly clients: ReadonlyMap<string, Client>;
  /** By `contractKey`. */
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly orderLines: ReadonlyMap<string, OrderLine>;
  /** By site, and by the key a contract names. */
  readonly calendars: ReadonlyMap<string, SiteCalendar>;
  readonly policies: readonly PolicyVersion[];
};

export const noReferenceData: ReferenceData = {
  clients: new Map(),
  contracts: new Map(),
  orderLines: new Map(),
  calendars: new Map(),
  policies: [],
};

export function dutyKey(caseId: string, personId: string): string {
  return `${caseId} ${personId}`;
}

export function fileOf(workingSet: WorkingSet, caseId: string): CaseFile | null {
  const returnCase = workingSet.cases.get(caseId);
  return returnCase
    ? readCaseFile(
        returnCase,
        factsOfCase(workingSet.facts, caseId),
        workingSet.refunds.get(caseId) ?? [],
        workingSet.grants.get(caseId) ?? [],
        workingSet.facts.acceptedAt,
      )
    : null;
}

/**
 * What is made of a case among others. One that no rule of today reads, as an older central may have let
 * it in, keeps none of the others waiting: `otherwise` stands for it.
 */
export function apart<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** null while no policy is in force. */
export function referencesOf(
  workingSet: WorkingSet,
  file: CaseFile,
  asOf: LocalDate,
): CaseReferences | null {
  const { referenceData } = workingSet;
  const { returnCase } = file;
  const policy = policyOfCase(referenceData.policies, file, asOf);
  if (!policy) return null;
  const calendar = referenceData.calendars.get(returnCase.siteId) ?? noCalendar(returnCase.siteId);
  const { contractId, contractVersion, clientId } = returnCase;
  const key = contractId === null ? null : contractKey(contractId, contractVersion ?? 0);
  const lines = returnCase.lines.flatMap((line) => {
    const orderLine = line.orderLineId && referenceData.orderLines.get(line.orderLineId);
    return orderLine ? [orderLine] : [];
  });
  const contract = key === null ? null : (referenceData.contracts.get(key) ?? null);
  const period = contract?.periodCalendar;
  const others = (id: string) => (id === returnCase.id ? null : fileOf(workingSet, id));
  return {
    policy,
    calendar,
    client: clientId === null ? null : (referenceData.clients.get(clientId) ?? null),
    contract,
    orderLines: [...new Set(lines)],
    periodCalendar:
      period === undefined ? null : (referenceData.calendars.get(period) ?? noCalendar(period)),
    grantedElsewhere: grantedElsewhere(workingSet.granted, returnCase.id, lines),
    serialsElsewhere: serialsElsewhere(file, lines, workingSet.facts, others),
    picturesElsewhere: picturesElsewhere(file, otherPictures(workingSet)),
    movedHere: movedFromElsewhere(file, workingSet.facts, others),
  };
}

/** Those stored, and those that came in this push; a grant of this push counts as well. */
function otherPictures({ pictures, facts, grants }: WorkingSet): readonly OtherPicture[] {
  if (pictures === undefined) return [];
  const known = new Set<string>(pictures.map(({ photo }) => photo.id));
  const fresh = [...facts.byId.values()].flatMap((fact): OtherPicture[] =>
    fact.kind === 'photoTaken' && fact.caseId !== null && !known.has(fact.id)
      ? [{ caseId: fact.caseId, photo: fact, isGranted: false }]
      : [],
  );
  const isGranted = (caseId: string) =>
    (grants.get(caseId) ?? []).some(({ decision }) => decision !== 'decline');
  return [...pictures, ...fresh].map((one) => ({
    ...one,
    isGranted: one.isGranted || isGranted(one.caseId),
  }));
}

/** What other cases were granted of these order lines, in sum. */
function grantedElsewhere(
  granted: readonly GrantedToCase[],
  caseId: string,
  orderLines: readonly OrderLine[],
): CaseReferences['grantedElsewhere'] {
  return [...new Set(orderLines)].flatMap(({ id, currency }) => {
    const others = granted.filter((g) => g.orderLineId === id && g.caseId !== caseId);
    if (others.length === 0) return [];
    return {
      orderLineId: id,
      quantity: sumQuantities(others.map((g) => g.quantity)),
      value: others.reduce((sum, g) => sum + g.value, 0),
      currency: others.find((g) => g.currency !== currency)?.currency ?? currency,
    };
  });
}

/** The ledger grows by what a decision grants. */
export function rememberGrant(workingSet: WorkingSet, grant: Grant): void {
  const { caseId, currency } = grant;
  workingSet.grants.set(caseId, [...(workingSet.grants.get(caseId) ?? []), grant]);
  for (const { orderLineId, quantity, value } of grant.added)
    workingSet.granted.push({ caseId, orderLineId, quantity, value, currency });
}

export function standingArrival(workingSet: WorkingSet, arrivalId: string): ArrivalFact | null {
  const arrival = (workingSet.facts.arrivals.get(arrivalId) ?? []).find((f) =>
    stands(workingSet, f),
  );
  return arrival?.kind === 'arrival' ? arrival : null;
}

export function standingLink(workingSet: WorkingSet, arrivalId: string): Fact | null {
  return (
    (workingSet.facts.linksByArrival.get(arrivalId) ?? []).find((f) => stands(workingSet, f)) ??
    null
  );
}

export function stands(workingSet: WorkingSet, fact: Fact): boolean {
  return !workingSet.facts.corrections.has(fact.id);
}
