import type { VerdictDecidedFact } from '../../facts/fact.ts';
import type { CaseReplay } from '../../policy/decide/replay.ts';
import type { PolicyInput } from '../../policy/decision.ts';
import type { ReplayPage } from '../../sync/replayApi.ts';
import { type CaseFile, readCaseFile } from '../reading/caseFile.ts';
import { type CaseReferences, policyInputOf } from '../reading/policyInput.ts';
import { decidingOf } from './verdict.ts';

/** The decision that closed a case; null while nobody has decided it, or it was only sent back. */
export function closingDecision(file: CaseFile): VerdictDecidedFact | null {
  return file.decisions.findLast((d) => d.decision !== 'sendBack') ?? null;
}

/**
 * What the policy was asked when the case was decided: exactly the facts the verdict rested on and
 * the answers given then, on the site-local day of the decision. null for an undecided case.
 */
export function inputWhenDecided(file: CaseFile, references: CaseReferences): PolicyInput | null {
  const decision = closingDecision(file);
  const inspection = file.inspections.find((i) => i.verdictId === decision?.verdictId);
  if (!decision || !inspection) return null;
  const basis = new Set<string>(inspection.basis);
  const seen = readCaseFile(
    file.returnCase,
    file.facts.filter((f) => basis.has(f.id)),
    [],
    [],
    file.acceptedAt,
  );
  const { answers, on } = decidingOf(decision, file);
  return policyInputOf(seen, references, on, answers);
}

/** Replayed cases as a page of the report: sums per currency, and only the cases that change. */
export function replayReport(
  replays: readonly CaseReplay[],
  rmaOf: (caseId: string) => string | null,
): Pick<ReplayPage, 'replayed' | 'money' | 'changed'> {
  const money: Record<string, { before: number; after: number }> = {};
  for (const { before, after, currency } of replays) {
    const sum = (money[currency] ??= { before: 0, after: 0 });
    sum.before += before.ok ? before.value.refundAmount : 0;
    sum.after += after.ok ? after.value.refundAmount : 0;
  }
  return {
    replayed: replays.length,
    money,
    changed: replays
      .filter((replay) => replay.changed)
      .map(({ before, after, caseId, currency }) => ({
        caseId,
        rma: rmaOf(caseId),
        before: before.ok ? before.value.standing : 'refused',
        after: after.ok ? after.value.standing : 'refused',
        amountBefore: before.ok ? before.value.refundAmount : 0,
        amountAfter: after.ok ? after.value.refundAmount : 0,
        currency,
      })),
  };
}
