import { decideCase } from '../../../shared/policy/decideCase.ts';
import type { InspectionLayer } from '../../../shared/returns/layers.ts';
import { policyInputOf } from '../../../shared/returns/policyInput.ts';
import type { CaseView } from '../../queries/caseView.ts';

/** The inspection that is begun and not finished; null: nothing is looked at again. */
export function secondAtWork({ file }: Pick<CaseView, 'file'>): InspectionLayer | null {
  return file.layers.findLast((l) => l.started !== null && l.finished.length === 0) ?? null;
}

/**
 * The case as the inspection at work sees it: only what was found in it, and what the policy makes of
 * that. Whoever inspects a second time does not read the first.
 */
export function asAtWork(view: CaseView, today: string): CaseView {
  const layer = secondAtWork(view);
  if (!layer || !view.references) return view;
  const file = { ...view.file, findings: layer.findings };
  return {
    ...view,
    file,
    decision: decideCase(policyInputOf(file, view.references, today, [])),
  };
}
