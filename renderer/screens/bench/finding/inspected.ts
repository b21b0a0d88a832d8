import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { isTaking } from '../../../../shared/cases/reading/takings.ts';
import { labelOf, uncountedParcels } from '../../../../shared/cases/reading/uncountedParcels.ts';
import type { ShotType } from '../../../../shared/facts/codes.ts';
import type {
  Fact,
  FactKind,
  FindingFact,
  PhotoTakenFact,
  UnitsCountedFact,
} from '../../../../shared/facts/fact.ts';
import { fromThousandths, sumQuantities } from '../../../../shared/facts/quantity.ts';
import { lengthOf, overlaps, spansOf } from '../../../../shared/facts/spans.ts';
import { byRecorded } from '../../../../shared/facts/time.ts';
import type { FactId, PhotoId } from '../../../../shared/ids.ts';
import { isCloseUp } from '../../../../shared/policy/decide/evidence.ts';
import type { MissingEvidence, PortionDecision, Why } from '../../../../shared/policy/decision.ts';
import { placeFindings, unitsNotFound } from '../../../../shared/policy/reading/placing.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { nameOfUnits } from '../../../workflow/nameOfUnits.ts';

/** How many units of a group have a finding. Two findings on the same units are about those units once. */
export function inspectedOf(file: CaseFile, unitGroupId: string): number {
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  if (!group) return 0;
  const found = file.findings.filter((f) => f.unitGroupId === unitGroupId);
  return sumQuantities([group.quantity, -uninspectedOf(group, found)]);
}

/** How many units of a group none of these findings is about. */
export function uninspectedOf(group: UnitsCountedFact, findings: readonly FindingFact[]): number {
  return fromThousandths(lengthOf(unitsNotFound(group, findings, group.quantity)));
}

/** Photos of these units that no finding names yet: any of them may join one by hand. */
export function unnamedPhotos(file: CaseFile, unitGroupId: string): readonly PhotoTakenFact[] {
  const named = new Set<string>(
    file.layers.flatMap((layer) => layer.findings.flatMap((f) => f.photoIds)),
  );
  return file.photos.filter(
    ({ photoId, subject }) =>
      subject.kind === 'unitGroup' && subject.unitGroupId === unitGroupId && !named.has(photoId),
  );
}

/** The picture this person took last, while it may still be taken once more: no verdict rests on it. */
export function lastTakenBy(file: CaseFile, personId: string): PhotoTakenFact | null {
  const seen = new Set<FactId>(file.inspections.flatMap((i) => i.basis));
  return file.photos
    .filter((photo) => photo.personId === personId && !seen.has(photo.id))
    .reduce<PhotoTakenFact | null>(
      (last, photo) => (last && byRecorded(last.at, photo.at) > 0 ? last : photo),
      null,
    );
}

/** What a label says and how the parcel came through the door prove nothing found in it. */
const shotsOfParcel: readonly ShotType[] = ['label', 'door'];

/** Those that belong to the next finding without being asked. */
export function photosForNext(file: CaseFile, unitGroupId: string): readonly PhotoId[] {
  return unnamedPhotos(file, unitGroupId)
    .filter(({ shot }) => !shotsOfParcel.includes(shot))
    .map(({ photoId }) => photoId);
}

/** What is not done about a case: said before its inspection is finished, never in the way of it. */
export type OpenPoint =
  /** A parcel of the case, by its label, that nobody has counted anything in. */
  | { readonly kind: 'uncounted'; readonly name: string }
  | { readonly kind: 'uninspected'; readonly name: string; readonly left: number }
  | {
      readonly kind: 'photo';
      readonly name: string;
      readonly shot: ShotType;
      /** The units it is to show. */
      readonly of: Pick<MissingEvidence, 'unitGroupId' | 'units'>;
    }
  | {
      readonly kind: 'misuse';
      readonly name: string;
      /** How many signs and photos there are. */
      readonly why: Why;
      readonly of: Pick<PortionDecision, 'unitGroupId' | 'units'>;
    };

export function openPoints({ file, decision }: Pick<CaseView, 'file' | 'decision'>) {
  const uninspected = file.unitGroups.flatMap((group): readonly OpenPoint[] => {
    const left = sumQuantities([group.quantity, -inspectedOf(file, group.unitGroupId)]);
    const name = nameOfUnits(file, group.unitGroupId);
    return left > 0 ? [{ kind: 'uninspected', name, left }] : [];
  });
  const uncounted = uncountedParcels(file).map(
    (parcel): OpenPoint => ({ kind: 'uncounted', name: labelOf(parcel) }),
  );
  const missing = decision?.ok ? decision.value.missingEvidence : [];
  const photos = missing.map(
    ({ shot, ...of }): OpenPoint => ({
      kind: 'photo',
      shot,
      name: nameOfUnits(file, of.unitGroupId),
      of,
    }),
  );
  const misuse = unprovedMisuse(decision).map(
    ({ portion: { unitGroupId, units }, why }): OpenPoint => ({
      kind: 'misuse',
      name: nameOfUnits(file, unitGroupId),
      why,
      of: { unitGroupId, units },
    }),
  );
  return [...uncounted, ...uninspected, ...photos, ...misuse];
}

/** Units called misused without the signs or the photo that prove it: until then nothing is denied. */
function unprovedMisuse(decision: CaseView['decision']) {
  return (decision?.ok ? decision.value.portions : []).flatMap((portion) => {
    const clause = portion.missing.includes('misuseProof')
      ? portion.clauses.find(({ why }) => why.code === 'quality.misuseNotProved')
      : undefined;
    return clause ? [{ portion, why: clause.why }] : [];
  });
}

/** The close-ups a group still wants, with the units each is to show. */
export function closeUpsWanted(
  decision: CaseView['decision'],
  unitGroupId: string | null,
): readonly Pick<MissingEvidence, 'shot' | 'units'>[] {
  const missing = decision?.ok ? decision.value.missingEvidence : [];
  return [
    ...missing.filter((m) => m.unitGroupId === unitGroupId && isCloseUp(m.shot)),
    ...unprovedMisuse(decision)
      .filter(({ portion, why }) => portion.unitGroupId === unitGroupId && why.data['photos'] === 0)
      .map(({ portion }) => ({ shot: 'defectCloseUp' as const, units: portion.units })),
  ];
}

/** Of the findings whose units still want this close-up the one recorded last: the shot belongs to it. */
export function findingToShow(
  { file, decision }: Pick<CaseView, 'file' | 'decision'>,
  unitGroupId: string | null,
  shot: ShotType,
): FindingFact | null {
  const group = file.unitGroups.find((g) => g.unitGroupId === unitGroupId);
  if (!group) return null;
  const wanted = closeUpsWanted(decision, unitGroupId)
    .filter((m) => m.shot === shot)
    .flatMap((m) => spansOf(m.units));
  const own = file.findings.filter((f) => f.unitGroupId === unitGroupId);
  return placeFindings(group, own)
    .filter(({ spans }) => overlaps(spans, wanted))
    .reduce<FindingFact | null>(
      (last, { finding }) => (last && byRecorded(last.at, finding.at) > 0 ? last : finding),
      null,
    );
}

/** What UNDO at the bench can take back. */
const undoable: readonly FactKind[] = [
  'unitsCounted',
  'photoTaken',
  'finding',
  'photoAttached',
  'photoAnnotated',
  'held',
  'released',
  'inspectionStarted',
];

/**
 * What UNDO takes back, newest first: what this person did last about the case, whatever it was; a
 * photo and the finding it joined by itself are one act. Empty when that is nothing the bench takes
 * back, or a verdict rests on it: what came before it stays as it is.
 */
export function lastOwnWork(file: CaseFile, personId: string): readonly Fact[] {
  const seen = new Set<FactId>(file.inspections.flatMap((i) => i.basis));
  const [last, before] = file.facts
    .filter(
      (fact) =>
        fact.kind !== 'correction' &&
        !isTaking(fact) &&
        fact.personId === personId &&
        !file.corrected.has(fact.id),
    )
    .toSorted((a, b) => byRecorded(b.at, a.at) || (a.id < b.id ? 1 : -1));
  if (!last || !undoable.includes(last.kind) || seen.has(last.id)) return [];
  const isOneAct =
    last.kind === 'photoAttached' &&
    before?.kind === 'photoTaken' &&
    before.photoId === last.photoId &&
    !seen.has(before.id);
  return isOneAct ? [last, before] : [last];
}
