/** Two people about the same units: what each signed, and whether they agree. */

import { DecisionTerms, type GroupChoice } from '../../facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../facts/fact.ts';
import { keyOfUnits, overlaps, spansOf } from '../../facts/spans.ts';
import type { VerdictId } from '../../ids.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import { termsOf } from './verdict.ts';

export function isApproval(fact: VerdictDecidedFact): boolean {
  return fact.decision === 'approve' || fact.decision === 'override';
}

/** Approvals of a verdict that had no effect yet: they wait for a second signature, or contradict one. */
export function pendingOn(verdictId: VerdictId, file: CaseFile): readonly VerdictDecidedFact[] {
  const final = file.grants.filter((g) => g.verdictId === verdictId);
  return file.decisions.filter(
    (d) =>
      d.verdictId === verdictId &&
      isApproval(d) &&
      !final.some((g) => g.id === d.id || isSignedInto(d, g)),
  );
}

/** The first of two signatures has its effect in the grant the second one brought. */
function isSignedInto(decision: VerdictDecidedFact, grant: CaseFile['grants'][number]): boolean {
  return (
    grant.signedBy.includes(decision.personId) &&
    decision.choices.every((choice) =>
      grant.portions.some((portion) => isAboutSame(choice, portion)),
    )
  );
}

type Units = Pick<GroupChoice, 'unitGroupId'> & {
  readonly units?: GroupChoice['units'] | undefined;
};

function isAboutSame(a: Units, b: Units): boolean {
  if (a.unitGroupId !== b.unitGroupId) return false;
  if (a.units === undefined || b.units === undefined) return true;
  return overlaps(spansOf(a.units), spansOf(b.units));
}

export function isSameUnits(a: VerdictDecidedFact, b: VerdictDecidedFact): boolean {
  return a.choices.some((one) => b.choices.some((other) => isAboutSame(one, other)));
}

/** Two signatures agree on portions, resolutions, dispositions, amounts and answers, or on nothing. */
export function agree(a: VerdictDecidedFact, b: VerdictDecidedFact): boolean {
  return a.decision === b.decision && whatIsDecided(a) === whatIsDecided(b);
}

function whatIsDecided({ answers, choices }: VerdictDecidedFact): string {
  return [
    ...choices.map((c) =>
      [
        'choice',
        c.unitGroupId,
        c.units ? keyOfUnits(c.units) : '',
        c.resolution,
        c.disposition,
        c.overrideAmount ?? '',
        c.amount ?? '',
        c.value ?? '',
        c.quantity ?? '',
        c.basis ?? '',
      ].join(':'),
    ),
    ...answers.map((a) =>
      [
        'answer',
        a.question,
        a.unitGroupId ?? '',
        a.units ? keyOfUnits(a.units) : '',
        a.answer,
      ].join(':'),
    ),
  ]
    .sort()
    .join('|');
}

/** Two who signed different papers signed two things, though every number be the same. */
export function isOverSamePapers(a: VerdictDecidedFact, b: VerdictDecidedFact): boolean {
  return a.terms === undefined || b.terms === undefined || isSameTerms(a.terms, b.terms);
}

function isSameTerms(a: DecisionTerms, b: DecisionTerms): boolean {
  return DecisionTerms.keyof().options.every((field) => a[field] === b[field]);
}

/** Papers changed since a decision was signed: it frees nothing with another, and is signed again. */
export function isOutdated(
  { terms, verdictId }: VerdictDecidedFact,
  file: CaseFile,
  references: CaseReferences | null,
): boolean {
  const inspection = file.inspections.find((i) => i.verdictId === verdictId);
  const now =
    inspection && references?.contract
      ? termsOf({ currency: references.contract.currency }, inspection, file, references)
      : null;
  return terms !== undefined && now !== null && !isSameTerms(terms, now);
}

/**
 * Decisions about the standing verdict that contradict each other: all concerned are told, and none
 * of them frees anything until one is replaced or the case is sent back.
 */
export function contradictions(file: CaseFile): readonly VerdictDecidedFact[] {
  const [head] = file.heads;
  if (head === undefined) return [];
  const declined = file.decisions.filter((d) => d.verdictId === head && d.decision === 'decline');
  const pending = [...pendingOn(head, file), ...declined];
  return pending.filter((one) =>
    pending.some(
      (other) =>
        other.personId !== one.personId &&
        (one.decision === 'decline' || other.decision === 'decline' || isSameUnits(one, other)) &&
        !agree(one, other),
    ),
  );
}
