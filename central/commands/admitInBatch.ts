import { admitFact } from '../../shared/cases/admitFact.ts';
import type { Admission } from '../../shared/cases/decisions/admission.ts';
import { decidingOf } from '../../shared/cases/decisions/verdict.ts';
import { type CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { dutyOf } from '../../shared/cases/reading/duties.ts';
import type { Person, Refund } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { fileFor, whyFull } from '../cases/caseBounds.ts';
import { missingDependencies, unknownCodes } from '../cases/dependencies.ts';
import { arrivalNamedBy } from '../cases/factsOfCase.ts';
import { goodsTakenBack } from '../cases/goodsTakenBack.ts';
import {
  type Duty,
  dutyKey,
  referencesOf,
  standingArrival,
  standingLink,
} from '../cases/workingSet.ts';
import { dueRefund } from '../refunds/dueRefund.ts';
import { answer, refusedAs } from './answers.ts';
import type { Admitted, Batch, Decided } from './batch.ts';
import type { SentCommand } from './readCommand.ts';
import { whyNotItsOwn } from './whyNotItsOwn.ts';

/** What the fact rests on fell, or is yet to come; null: all of it is here. */
export function groundless(sent: SentCommand, fact: Fact, { workingSet }: Batch): Decided | null {
  const missing = missingDependencies(workingSet, fact);
  const rejected = missing.find((named) => workingSet.rejected.has(named.id));
  if (rejected) return answer(sent, refusedAs(sent, { code: unknownCodes[rejected.kind] }));
  return missing.length > 0
    ? answer(sent, { kind: 'deferred', id: sent.id, missing: missing.map((n) => n.id) })
    : null;
}

/** The fact held against what the batch knows by now, with all that follows from it. */
export function admit(
  fact: Fact,
  signer: Person | null,
  batch: Batch,
  /** By a supervisor's word, also into a case that holds enough. */
  isVouchedFor = false,
): Result<Admitted, Refusal> {
  const { workingSet, acceptedAt } = batch;
  const person = signer;
  if (!person) return refuse({ code: 'inactivePerson' });
  const isSupervised = isVouchedFor || person.roles.includes('supervisor');
  const full = whyFull(workingSet, fact, isSupervised ? 'bySupervisor' : 'byAnybody');
  if (full) return refuse(full);
  const before = fileFor(workingSet, fact);
  const isDecision = fact.kind === 'verdictDecided';
  // No clock that runs ahead decides on a later day than this one.
  const file =
    before && isDecision
      ? { ...before, acceptedAt: new Map(before.acceptedAt).set(fact.id, acceptedAt) }
      : before;
  const references =
    file && isDecision ? referencesOf(workingSet, file, decidingOf(fact, file).on) : null;
  const arrivalId = arrivalNamedBy(fact);
  const target = targetOf(fact, batch);
  const foreign = whyNotItsOwn(fact, target, workingSet);
  if (foreign) return refuse(foreign);
  const refunds = fact.caseId === null ? [] : (workingSet.refunds.get(fact.caseId) ?? []);
  const arrival = arrivalId === null ? null : standingArrival(workingSet, arrivalId);
  const admission = admitFact(fact, person, {
    ...goodsTakenBack(fact, target, workingSet),
    file,
    arrival,
    twin: null,
    target,
    isIdTaken: fact.kind === 'inspectionFinished' && workingSet.takenIds.has(fact.verdictId),
    entry: entryNamed(fact, workingSet),
    references,
    refunds,
  });
  if (!admission.ok) return admission;
  const duty = dutyIn(fact);
  const held =
    fact.caseId === null ? undefined : workingSet.duties.get(dutyKey(fact.caseId, person.id));
  if (duty !== null && held !== undefined && held !== duty)
    return refuse({ code: 'ownHandsOnCase', hands: dutyOf(fact) ?? 'received' });
  return accept({
    fact,
    duty,
    arrivalId: fact.kind === 'correction' && target ? arrivalNamedBy(target) : arrivalId,
    opensCase: fact.kind === 'caseOpened' && !workingSet.cases.has(fact.caseId),
    refund: refundFrom(admission.value, file, references, acceptedAt, refunds.length),
    grant: admission.value.grant && { ...admission.value.grant, acceptedAt },
  });
}

function refundFrom(
  { refund }: Admission,
  file: CaseFile | null,
  references: ReturnType<typeof referencesOf>,
  acceptedAt: string,
  earlier: number,
): Refund | null {
  return refund && file && references
    ? dueRefund(refund, file, references, acceptedAt, earlier)
    : null;
}

function entryNamed(fact: Fact, { entries }: Batch['workingSet']) {
  return fact.kind === 'finding' && fact.observation.kind === 'defect'
    ? (entries?.get(fact.observation.entry ?? '') ?? null)
    : null;
}

function targetOf(fact: Fact, { workingSet, refused }: Batch): Fact | null {
  if (fact.kind === 'acceptedAnyway') {
    const record = refused?.get(fact.accepts);
    return record?.sent.hash === fact.hash ? record.fact : null;
  }
  if (fact.kind === 'correction') return workingSet.facts.byId.get(fact.corrects) ?? null;
  if (fact.kind === 'released') return workingSet.facts.byId.get(fact.heldFactId) ?? null;
  return fact.kind === 'arrivalLinked' ? standingLink(workingSet, fact.arrivalId) : null;
}

function dutyIn(fact: Fact): Duty | null {
  if (fact.kind === 'verdictDecided') return 'decided';
  return dutyOf(fact) === null ? null : 'touched';
}
