import type { ShotType } from '../returns/codes.ts';
import type { EvidenceRule } from '../returns/documents.ts';
import type { PhotoTakenFact } from '../returns/fact.ts';
import type { MissingEvidence, PolicyInput } from './decision.ts';
import { isDefect } from './groupFacts.ts';
import type { Portion } from './portions.ts';
import { why } from './whyCodes.ts';

/** Shots of the parcel serve every group that came in it; the others must show the group itself. */
const parcelShots: readonly ShotType[] = ['label', 'packaging', 'door'];

/**
 * The photos the policy wants of a portion and the case does not hold, each once, with the rule that
 * asks for it. Every rule that matches the claimed reason and a found severity applies. Blocks
 * approval, never capture.
 */
export function missingEvidenceOf(input: PolicyInput, facts: Portion): readonly MissingEvidence[] {
  const held = shotsHeld(input, facts);
  const wanted = new Map<ShotType, EvidenceRule>();
  for (const rule of input.policy.parameters.evidence) {
    if (!applies(rule, facts)) continue;
    for (const shot of rule.shots) if (!held.has(shot) && !wanted.has(shot)) wanted.set(shot, rule);
  }
  return [...wanted].map(([shot, rule]) => ({
    shot,
    unitGroupId: facts.group.unitGroupId,
    units: facts.units,
    because: why('evidence.required', {
      shot,
      reason: rule.reason ?? '',
      severity: rule.severity ?? '',
    }),
  }));
}

function applies({ reason, severity }: EvidenceRule, { findings, line }: Portion): boolean {
  return (
    (reason === null || reason === line?.claimedReason) &&
    (severity === null || findings.some((f) => isDefect(f) && f.observation.severity === severity))
  );
}

function shotsHeld(input: PolicyInput, portion: Portion): ReadonlySet<ShotType> {
  return new Set(input.photos.filter((p) => isOfPortion(p, portion)).map(({ shot }) => shot));
}

/** A photo its findings name, one of its group, or of the parcel where the parcel is what is wanted. */
function isOfPortion(
  { photoId, shot, subject }: PhotoTakenFact,
  { findings, group }: Portion,
): boolean {
  return (
    findings.some((finding) => finding.photoIds.includes(photoId)) ||
    (subject.kind === 'unitGroup' && subject.unitGroupId === group.unitGroupId) ||
    (parcelShots.includes(shot) &&
      (subject.kind === 'case' ||
        (subject.kind === 'arrival' && subject.arrivalId === group.arrivalId)))
  );
}

/**
 * The photos a decision about these portions rests on, as SHA-256: of each list one must be verified
 * at central before money leaves the house. Every shot the policy requires, and of proved misuse one
 * photo of it.
 */
export function evidenceOf(
  input: PolicyInput,
  portions: readonly Portion[],
): readonly (readonly string[])[] {
  const lists = portions.flatMap((portion) => {
    const own = input.photos.filter((p) => isOfPortion(p, portion));
    const shots = new Set(
      input.policy.parameters.evidence.flatMap((rule) =>
        applies(rule, portion) ? rule.shots : [],
      ),
    );
    const misuse = portion.findings.filter(
      (f) => isDefect(f) && f.observation.cause === 'misuse' && f.photoIds.length > 0,
    );
    const ofMisuse = input.photos.filter((p) =>
      misuse.some((finding) => finding.photoIds.includes(p.photoId)),
    );
    return [
      ...[...shots].map((shot) => own.filter((p) => p.shot === shot)),
      ...(misuse.length > 0 ? [ofMisuse] : []),
    ].map((photos) => [...new Set(photos.map((p) => p.sha256))].sort());
  });
  const once = new Map(lists.filter((l) => l.length > 0).map((list) => [list.join(), list]));
  return [...once.values()];
}
