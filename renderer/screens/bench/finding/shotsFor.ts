import type { ShotType } from '../../../../shared/facts/codes.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { closeUpsWanted } from './inspected.ts';

export type WantedShot = {
  readonly shot: ShotType;
  readonly taken: number;
  readonly isNeeded: boolean;
};

/** The one to be taken next; with none missing one more of the defect. */
export function firstMissing(shots: readonly WantedShot[]): ShotType {
  return shots.find(({ taken }) => taken === 0)?.shot ?? 'defectCloseUp';
}

const usualOrder: readonly ShotType[] = [
  'label',
  'packaging',
  'wholeItem',
  'defectCloseUp',
  'serialPlate',
];

/** The shot list of one group: what the policy asks for this claim, then the usual rest. */
export function shotsFor(view: CaseView, unitGroupId: string | null): readonly WantedShot[] {
  const { decision, file, references } = view;
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  const reason = file.returnCase.lines.find((l) => l.id === group?.returnLineId)?.claimedReason;
  const severities = file.findings
    .filter((f) => f.unitGroupId === unitGroupId)
    .flatMap((f) => (f.observation.kind === 'defect' ? [f.observation.severity] : []));
  const needed = new Set(
    (references?.policy.parameters.evidence ?? [])
      .filter((rule) => rule.reason === null || rule.reason === reason)
      .filter((rule) => rule.severity === null || severities.includes(rule.severity))
      .flatMap((rule) => rule.shots),
  );
  // A close-up of other units is none of these.
  const closeUps = closeUpsWanted(decision, unitGroupId).map(({ shot }) => shot);
  const missing = new Set([
    ...closeUps,
    ...(decision?.ok ? decision.value.missingEvidence : [])
      .filter((one) => one.unitGroupId === unitGroupId)
      .map(({ shot }) => shot),
  ]);
  return usualOrder
    .map((shot) => ({
      shot,
      isNeeded: needed.has(shot) || closeUps.includes(shot),
      taken: missing.has(shot)
        ? 0
        : file.photos.filter(
            (p) =>
              p.shot === shot &&
              (p.subject.kind !== 'unitGroup' || p.subject.unitGroupId === unitGroupId),
          ).length,
    }))
    .sort((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
}
