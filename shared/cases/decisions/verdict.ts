import { plausibleDay } from '../../deadlines/plausibleTime.ts';
import type { DecisionTerms } from '../../facts/decisionFacts.ts';
import type { InspectionFinishedFact, VerdictDecidedFact } from '../../facts/fact.ts';
import type { Refusal } from '../../facts/refusal.ts';
import type { LocalDate } from '../../facts/time.ts';
import { decideCase } from '../../policy/decide/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../../policy/decision.ts';
import { type Result, refuse } from '../../result.ts';
import { type CaseFile, readCaseFile } from '../reading/caseFile.ts';
import { type CaseReferences, policyInputOf } from '../reading/policyInput.ts';
import { basisHashOf } from './basisHash.ts';

/** The answers a verdict is decided with, and the site-local day. */
export type Deciding = Pick<VerdictDecidedFact, 'answers'> & { readonly on: LocalDate };

/**
 * With its own answers, on the day it was made by central's clock as far as can be told: a station
 * whose clock ran ahead decided no later for it.
 */
export function decidingOf(
  { answers, at, id }: Pick<VerdictDecidedFact, 'answers' | 'at' | 'id'>,
  { acceptedAt }: Pick<CaseFile, 'acceptedAt'>,
): Deciding {
  return { answers, on: plausibleDay(at, acceptedAt.get(id) ?? null) };
}

/** The decision over exactly the facts the verdict names, with this supervisor's answers. */
export function computeVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  deciding: Deciding,
): Result<CaseDecision, Refusal> {
  const decided = decideCase(inputOfVerdict(inspection, file, references, deciding));
  return decided.ok
    ? decided
    : refuse({
        code: 'policyCannotDecide',
        field: decided.refusal.field,
        why: decided.refusal.code,
      });
}

/**
 * Photos join whenever they come: they prove what was found, and change none of it. One that was taken
 * back shows nothing.
 */
export function inputOfVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  deciding: Deciding,
): PolicyInput {
  const basis = new Set(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) =>
      f.kind === 'photoTaken' ? !file.corrected.has(f.id) : basis.has(f.id),
    ),
    [],
    [],
    file.acceptedAt,
  );
  const layer = seen.layers.find((l) => l.findings.length > 0);
  return policyInputOf(
    seen,
    references,
    deciding.on,
    deciding.answers,
    layer?.findings ?? seen.findings,
  );
}

/** What a decision about this verdict is signed over besides its choices; null without a contract. */
export function termsOf(
  decision: Pick<CaseDecision, 'currency'>,
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
): DecisionTerms | null {
  const { policy, contract } = references;
  return contract
    ? {
        currency: decision.currency,
        policyVersionId: policy.id,
        policyVersion: policy.version,
        contractId: contract.id,
        contractVersion: contract.version,
        basisHash: basisHashOf(inspection, file, references),
      }
    : null;
}
