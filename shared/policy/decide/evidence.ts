import type { ShotType } from '../../facts/codes.ts';
import type { EvidenceRule } from '../../facts/documents.ts';
import type { FindingFact, PhotoTakenFact } from '../../facts/fact.ts';
import { keyOfUnits, spansOf, unitsOf } from '../../facts/spans.ts';
import type { PhotoId } from '../../ids.ts';
import type { MissingEvidence, PolicyInput, Why } from '../decision.ts';
import { isDefect } from '../reading/groupFacts.ts';
import type { Portion } from '../reading/portions.ts';
import { why } from '../whyCodes.ts';

/** Shots of the parcel serve every group that came in it; the others must show the group itself. */
const parcelShots: readonly ShotType[] = ['label', 'packaging', 'door'];

/** Shots of single items: one that belongs to a finding shows the units of that finding, and no others. */
export function isCloseUp(shot: ShotType): boolean {
  return shot === 'defectCloseUp' || shot === 'serialPlate';
}

/**
 * The photos the policy wants of the portions of a case and the case does not hold, with the rule that
 * asks for it: close-ups of each portion, any other shot once for its group. Every rule that matches
 * the claimed reason and a found severity applies; of a defect nobody found there is no close-up.
 * Blocks approval, never capture.
 */
export function missingEvidenceOf(
  input: PolicyInput,
  portions: readonly Portion[],
): readonly MissingEvidence[] {
  const missing = new Map<string, MissingEvidence>();
  const named = findingsByPhoto(input);
  const { originals, copies } = picturesOf(input);
  for (const portion of portions) {
    const wanted = shotsWanted(input, portion);
    if (wanted.size === 0) continue;
    const { unitGroupId } = portion.group;
    const held = new Set(photosOf(originals, portion, named).map(({ shot }) => shot));
    const copied = copies.length === 0 ? [] : photosOf(copies, portion, named);
    for (const [shot, rule] of wanted) {
      if (held.has(shot)) continue;
      const of = isCloseUp(shot) ? keyOfUnits(portion.units) : '';
      const key = `${unitGroupId} ${shot} ${of}`;
      const before = missing.get(key);
      const copy = copied.find((photo) => photo.shot === shot);
      const because =
        before?.because ?? (copy ? whyItShowsNothing(copy, input) : whyWanted(shot, rule));
      const units = unitsOf([...spansOf(before?.units ?? []), ...portion.spans]);
      missing.set(key, { shot, unitGroupId, units, because });
    }
  }
  return [...missing.values()];
}

function whyWanted(shot: ShotType, { reason, severity }: EvidenceRule): Why {
  return why('evidence.required', { shot, reason: reason ?? '', severity: severity ?? '' });
}

function whyItShowsNothing({ shot, sha256 }: PhotoTakenFact, input: PolicyInput): Why {
  const there = input.picturesElsewhere?.find((picture) => picture.sha256 === sha256);
  return there
    ? why('evidence.otherCase', { shot, caseId: there.caseId })
    : why('evidence.samePicture', { shot });
}

/** Each once, with the first rule that asks for it. */
function shotsWanted(
  { policy }: PolicyInput,
  { findings, line }: Portion,
): ReadonlyMap<ShotType, EvidenceRule> {
  const defects = findings.filter(isDefect);
  const wanted = new Map<ShotType, EvidenceRule>();
  for (const rule of policy.parameters.evidence) {
    const { reason, severity } = rule;
    if (reason !== null && reason !== line?.claimedReason) continue;
    if (severity !== null && !defects.some((f) => f.observation.severity === severity)) continue;
    for (const shot of rule.shots)
      if (!wanted.has(shot) && (shot !== 'defectCloseUp' || defects.length > 0))
        wanted.set(shot, rule);
  }
  return wanted;
}

/**
 * What shows a portion: photos its own findings name, and those of its group, or of the parcel where
 * the parcel is what is wanted. Where other findings of the group name a photo it is of the group
 * too, but for a close-up.
 */
function photosOf(
  photos: readonly PhotoTakenFact[],
  { findings, group }: Portion,
  named: FindingsByPhoto,
): readonly PhotoTakenFact[] {
  const own = new Set(findings.flatMap((finding) => finding.photoIds));
  return photos.filter(({ photoId, shot, subject }) => {
    if (own.has(photoId)) return true;
    const naming = named.get(photoId) ?? [];
    if (isCloseUp(shot) && naming.length > 0) return false;
    return (
      naming.some((finding) => finding.unitGroupId === group.unitGroupId) ||
      (subject.kind === 'unitGroup' && subject.unitGroupId === group.unitGroupId) ||
      (parcelShots.includes(shot) &&
        (subject.kind === 'case' ||
          (subject.kind === 'arrival' && subject.arrivalId === group.arrivalId)))
    );
  });
}

/**
 * One picture shows one thing: the same bytes recorded again as another shot, or as a close-up of other
 * units, show nothing more. Two groups may stand in one picture, two cases may not.
 */
function picturesOf({ photos, picturesElsewhere = [] }: PolicyInput): {
  readonly originals: readonly PhotoTakenFact[];
  readonly copies: readonly PhotoTakenFact[];
} {
  const first = new Map<string, PhotoTakenFact>();
  for (const photo of photos) {
    const before = first.get(photo.sha256);
    if (!before || photo.id < before.id) first.set(photo.sha256, photo);
  }
  const taken = new Set(picturesElsewhere.map(({ sha256 }) => sha256));
  const shows = ({ id, sha256, shot }: PhotoTakenFact) => {
    if (taken.has(sha256)) return false;
    const one = first.get(sha256);
    return one?.id === id || (one?.shot === shot && !isCloseUp(shot));
  };
  return { originals: photos.filter(shows), copies: photos.filter((p) => !shows(p)) };
}

type FindingsByPhoto = ReadonlyMap<PhotoId, readonly FindingFact[]>;

/** Looked up once for all portions: a case may have a hundred of each. */
function findingsByPhoto({ findings }: PolicyInput): FindingsByPhoto {
  const named = new Map<PhotoId, FindingFact[]>();
  for (const finding of findings)
    for (const photoId of finding.photoIds) {
      const before = named.get(photoId);
      if (before) before.push(finding);
      else named.set(photoId, [finding]);
    }
  return named;
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
  const named = findingsByPhoto(input);
  const { originals } = picturesOf(input);
  const lists = portions.flatMap((portion) => {
    const own = photosOf(originals, portion, named);
    const shots = shotsWanted(input, portion).keys();
    const misuse = portion.findings.filter((f) => isDefect(f) && f.observation.cause === 'misuse');
    const ofMisuse = input.photos.filter((p) =>
      misuse.some((finding) => finding.photoIds.includes(p.photoId)),
    );
    return [...[...shots].map((shot) => own.filter((p) => p.shot === shot)), ofMisuse].map(
      (photos) => [...new Set(photos.map((p) => p.sha256))].sort(),
    );
  });
  const once = new Map(lists.filter((l) => l.length > 0).map((list) => [list.join(), list]));
  return [...once.values()];
}
