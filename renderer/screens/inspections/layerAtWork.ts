import type { InspectionLayer } from '../../../shared/cases/reading/layers.ts';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';

/** The inspection that is begun and not finished; null: nothing is looked at again. */
export function secondAtWork({ file }: Pick<CaseView, 'file'>): InspectionLayer | null {
  return file.layers.findLast((l) => l.started !== null && l.finished.length === 0) ?? null;
}

/** The day of the case where it lies; without any deadline, of the clock. */
export function todayIn({ standing }: Pick<CaseView, 'standing'>, now: number): string {
  return standing?.today ?? new Date(now).toISOString().slice(0, 10);
}

/**
 * The case as the inspection at work sees it: only what was found and photographed in it, what came
 * with the parcel, and what the policy makes of that. Whoever inspects a second time does not read the
 * first, and takes none of its pictures for their own.
 */
export function asAtWork(view: CaseView, today: string): CaseView {
  const layer = secondAtWork(view);
  if (!layer || !view.references) return view;
  const before = new Set<string>(view.file.inspections.flatMap(({ basis }) => basis));
  const isOthers = (fact: Fact) =>
    fact.kind === 'photoTaken' && fact.subject.kind === 'unitGroup' && before.has(fact.id);
  const file = {
    ...view.file,
    facts: view.file.facts.filter((fact) => !isOthers(fact)),
    findings: layer.findings,
    photos: view.file.photos.filter((photo) => !isOthers(photo)),
  };
  return {
    ...view,
    file,
    decision: decideCase(policyInputOf(file, view.references, today, [])),
  };
}
