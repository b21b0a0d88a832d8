/** Photos the warehouse must hold of some units before anybody may approve. */

import type { ShotType } from '../../../../shared/facts/codes.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { once } from './cells.ts';
import { defectsOf, type Units } from './looked.ts';

/** "shot group spans": a close-up for its units alone, any other shot for all of the group together. */
export function photosMissing(
  input: PolicyInput,
  all: readonly Units[],
  shown: (spans: readonly { readonly from: number; readonly to: number }[]) => string,
): string[] {
  const wanted = all.flatMap((units) =>
    shotsMissing(input, units).map((shot) => ({
      shot,
      units,
      one: `${shot} ${units.place.groupId} ${isOfOneItem(shot) ? JSON.stringify(units.place.spans) : ''}`,
    })),
  );
  return [...Map.groupBy(wanted, ({ one }) => one).values()]
    .map((together) => {
      const spans = together.flatMap(({ units }) => [...units.place.spans]);
      const [first] = together;
      return `${first?.shot} ${first?.units.place.groupId} ${shown(touching(spans))}`;
    })
    .sort();
}

function touching(spans: readonly (readonly [number, number])[]) {
  const joined: { from: number; to: number }[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && last.to === from / 1000) last.to = to / 1000;
    else joined.push({ from: from / 1000, to: to / 1000 });
  }
  return joined;
}

const isOfOneItem = (shot: ShotType) => shot === 'defectCloseUp' || shot === 'serialPlate';

function shotsMissing(input: PolicyInput, units: Units): ShotType[] {
  const defects = defectsOf(units.findings);
  const severities = new Set(defects.map(({ observation }) => observation.severity));
  const wanted = input.policy.parameters.evidence
    .filter(
      ({ reason, severity }) =>
        (reason === null || reason === units.returnLine?.claimedReason) &&
        (severity === null || severities.has(severity)),
    )
    .flatMap(({ shots }) => shots)
    // Of a defect nobody found there is nothing to photograph.
    .filter((shot) => shot !== 'defectCloseUp' || defects.length > 0);
  return [...new Set(wanted)].filter((shot) => !hasPhoto(input, units, shot));
}

/** A close-up that belongs to findings is of their units only; any other photo of a group is of all of it. */
function hasPhoto(input: PolicyInput, units: Units, shot: ShotType): boolean {
  const findings = once(input.findings);
  const all = once(input.photos);
  return all.some((photo) => {
    if (photo.shot !== shot) return false;
    // It proves what somebody else claims.
    if (input.picturesElsewhere?.some(({ sha256 }) => sha256 === photo.sha256)) return false;
    // The same picture a second time shows nothing, but for another group beside the first.
    const [first] = all
      .filter(({ sha256 }) => sha256 === photo.sha256)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (first && first.id !== photo.id && (first.shot !== shot || isOfOneItem(shot))) return false;
    const owners = findings.filter(({ photoIds }) => photoIds.includes(photo.photoId));
    if (owners.some(({ id }) => units.findings.some((own) => own.id === id))) return true;
    if (isOfOneItem(shot) && owners.length > 0) return false;
    if (owners.some(({ unitGroupId }) => unitGroupId === units.place.groupId)) return true;
    const { subject } = photo;
    const ofTheParcel = shot === 'door' || shot === 'packaging' || shot === 'label';
    if (subject.kind === 'case') return ofTheParcel;
    if (subject.kind === 'arrival')
      return ofTheParcel && subject.arrivalId === units.group.count.arrivalId;
    return subject.unitGroupId === units.group.count.unitGroupId;
  });
}
