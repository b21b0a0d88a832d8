/** Photos the warehouse must hold of some units before anybody may approve. */
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import type { ShotType } from '../../../../shared/returns/codes.ts';
import { once } from './cells.ts';
import { mended } from './differences.ts';
import { defectsOf, type Units } from './looked.ts';

export function shotsMissing(input: PolicyInput, units: Units): ShotType[] {
  const severities = new Set(
    defectsOf(units.findings).map(({ observation }) => observation.severity),
  );
  const wanted = input.policy.parameters.evidence
    .filter(
      ({ reason, severity }) =>
        (reason === null || reason === units.returnLine?.claimedReason) &&
        (severity === null || severities.has(severity)),
    )
    .flatMap(({ shots }) => shots);
  return [...new Set(wanted)].filter((shot) => !hasPhoto(input, units, shot));
}

/** A photo that belongs to findings is of their units only; any other of a group is of all of it. */
function hasPhoto(input: PolicyInput, units: Units, shot: ShotType): boolean {
  const findings = once(input.findings);
  return once(input.photos).some((photo) => {
    if (photo.shot !== shot) return false;
    if (units.findings.some(({ photoIds }) => photoIds.includes(photo.photoId))) return true;
    const { subject } = photo;
    const ofTheParcel = shot === 'door' || shot === 'packaging' || shot === 'label';
    if (subject.kind === 'case') return ofTheParcel;
    if (subject.kind === 'arrival')
      return ofTheParcel && subject.arrivalId === units.group.count.arrivalId;
    return (
      subject.unitGroupId === units.group.count.unitGroupId &&
      (!mended.photosOfTheirUnits ||
        !findings.some(({ photoIds }) => photoIds.includes(photo.photoId)))
    );
  });
}
