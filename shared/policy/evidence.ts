import type { ShotType } from '../returns/codes.ts';
import type { EvidenceRule } from '../returns/documents.ts';
import type { MissingEvidence, PolicyInput } from './decision.ts';
import { type GroupFacts, isDefect } from './groupFacts.ts';
import { why } from './whyCodes.ts';

/** Shots of the parcel serve every group that came in it; the others must show the group itself. */
const parcelShots: readonly ShotType[] = ['label', 'packaging', 'door'];

/**
 * The photos the policy wants of a group and the case does not hold, each once, with the rule that
 * asks for it. Every rule that matches the claimed reason and a found severity applies. Blocks
 * approval, never capture.
 */
export function missingEvidenceOf(
  input: PolicyInput,
  facts: GroupFacts,
): readonly MissingEvidence[] {
  const held = shotsHeld(input, facts);
  const wanted = new Map<ShotType, EvidenceRule>();
  for (const rule of input.policy.parameters.evidence) {
    if (!applies(rule, facts)) continue;
    for (const shot of rule.shots) if (!held.has(shot) && !wanted.has(shot)) wanted.set(shot, rule);
  }
  return [...wanted].map(([shot, rule]) => ({
    shot,
    unitGroupId: facts.group.unitGroupId,
    because: why('evidence.required', {
      shot,
      reason: rule.reason ?? '',
      severity: rule.severity ?? '',
    }),
  }));
}

function applies({ reason, severity }: EvidenceRule, { findings, line }: GroupFacts): boolean {
  return (
    (reason === null || reason === line?.claimedReason) &&
    (severity === null || findings.some((f) => isDefect(f) && f.observation.severity === severity))
  );
}

function shotsHeld(input: PolicyInput, { findings, group }: GroupFacts): ReadonlySet<ShotType> {
  const named = new Set<string>(findings.flatMap((finding) => finding.photoIds));
  const held = new Set<ShotType>();
  for (const { photoId, shot, subject } of input.photos) {
    const ofGroup =
      named.has(photoId) ||
      (subject.kind === 'unitGroup' && subject.unitGroupId === group.unitGroupId);
    const ofParcel =
      parcelShots.includes(shot) &&
      (subject.kind === 'case' ||
        (subject.kind === 'arrival' && subject.arrivalId === group.arrivalId));
    if (ofGroup || ofParcel) held.add(shot);
  }
  return held;
}
