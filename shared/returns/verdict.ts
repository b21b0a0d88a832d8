import { decideCase } from '../policy/decideCase.ts';
import type { CaseDecision, PolicyInput } from '../policy/decision.ts';
import { type Result, refuse } from '../result.ts';
import type { Refusal } from '../sync/refusal.ts';
import { basisHashOf } from './basisHash.ts';
import { type CaseFile, readCaseFile } from './caseFile.ts';
import type { DecisionTerms } from './decisionFacts.ts';
import type { InspectionFinishedFact, VerdictDecidedFact } from './fact.ts';
import { type CaseReferences, policyInputOf } from './policyInput.ts';

/** The decision over exactly the facts the verdict names, with this supervisor's answers. */
export function decideVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  fact: Pick<VerdictDecidedFact, 'answers' | 'at'>,
): Result<CaseDecision, Refusal> {
  const decided = decideCase(inputOfVerdict(inspection, file, references, fact));
  return decided.ok
    ? decided
    : refuse({
        code: 'policyCannotDecide',
        field: decided.refusal.field,
        why: decided.refusal.code,
      });
}

/** Photos join whenever they come: they prove what was found, and change none of it. */
export function inputOfVerdict(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  references: CaseReferences,
  fact: Pick<VerdictDecidedFact, 'answers' | 'at'>,
): PolicyInput {
  const basis = new Set(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) => basis.has(f.id) || f.kind === 'photoTaken'),
    [],
    [],
    file.acceptedAt,
  );
  const layer = seen.layers.find((l) => l.findings.length > 0);
  return policyInputOf(
    seen,
    references,
    fact.at.localDate,
    fact.answers,
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
