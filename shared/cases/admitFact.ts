import type { CatalogueEntry } from '../facts/catalogue.ts';
import type { Person, Refund } from '../facts/documents.ts';
import type { ArrivalFact, Fact, FactOf } from '../facts/fact.ts';
import { fromThousandths } from '../facts/quantity.ts';
import type { Refusal } from '../facts/refusal.ts';
import { lengthOf, spansOf } from '../facts/spans.ts';
import { accept, assertNever, type Result, refuse } from '../result.ts';
import { whyNotAcceptedAnyway } from './acceptAnyway.ts';
import type { Admission } from './decisions/admission.ts';
import { admitDecision } from './decisions/approval.ts';
import { whyNotEntitled } from './decisions/entitled.ts';
import { type TakingBack, whyNotTakenBack } from './decisions/takenBack.ts';
import type { CaseFile } from './reading/caseFile.ts';
import { dutyOf } from './reading/duties.ts';
import { ownHandsOn } from './reading/fourEyes.ts';
import { basisOf } from './reading/layers.ts';
import type { CaseReferences } from './reading/policyInput.ts';

/** What the one who asks already knows, loaded beforehand. */
export type AdmissionView = TakingBack & {
  /** The case the fact names, before the fact; null when it names none or it is unknown. */
  readonly file: CaseFile | null;
  /** The arrival the fact names, wherever it belongs. */
  readonly arrival: ArrivalFact | null;
  /**
   * For an arrival: the same box, already here (`sameBox`). A station passes it, to tell the dock
   * who received it. Central passes null: two docks offline are both right, the file merges them.
   */
  readonly twin: ArrivalFact | null;
  /**
   * For a correction: the fact it takes back. For a link: the link standing already. For the release
   * of goods without a case: the hold. For a refused record accepted all the same: that record.
   */
  readonly target: Fact | null;
  /** The verdict an inspection brings bears an id that another fact, of any case, brought before. */
  readonly isIdTaken: boolean;
  /** For a finding that names an entry of the catalogue: that entry, withdrawn or not; null: unknown. */
  readonly entry?: CatalogueEntry | null;
  readonly references: CaseReferences | null;
  /** Refunds this case had before. */
  readonly refunds: readonly Refund[];
};

const nothingFollows: Admission = { refund: null, grant: null, decision: null };

/**
 * The one rule by which a fact enters a case: used before saving on the station and again, with
 * central's own knowledge, before it counts. Refusals name what stands in the way.
 */
export function admitFact(
  fact: Fact,
  actor: Person,
  view: AdmissionView,
): Result<Admission, Refusal> {
  const unentitled = whyNotEntitled(actor, fact.kind, fact.siteId);
  if (unentitled) return refuse(unentitled);
  // Four eyes, the other way round: whoever decided about a case touches its goods no more.
  const hands = dutyOf(fact);
  if (hands && view.file?.facts.some((f) => isDeciding(f) && f.personId === fact.personId))
    return refuse({ code: 'ownHandsOnCase', hands });

  switch (fact.kind) {
    case 'arrival':
      if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
      return view.twin
        ? refuse({
            code: 'alreadyArrived',
            arrivalId: view.twin.arrivalId,
            by: view.twin.personId,
          })
        : accept(nothingFollows);
    case 'arrivalLinked':
      return admitLink(fact, view);
    case 'caseOpened':
      return accept(nothingFollows);
    case 'doorChecked':
    case 'handlingUnit':
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'unitsCounted':
    case 'missingNoted':
    case 'parcelDone':
      if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'photoTaken':
      return admitPhoto(fact, view);
    case 'finding':
      return admitFinding(fact, view);
    case 'photoAttached':
      return view.file ? admitAttached(fact, view.file) : refuse({ code: 'unknownCase' });
    case 'photoAnnotated':
      return view.file ? admitAnnotated(fact, view.file) : refuse({ code: 'unknownCase' });
    case 'inspectionStarted':
      return view.file ? admitStart(fact, view.file) : refuse({ code: 'unknownCase' });
    case 'inspectionFinished':
      return view.file
        ? admitFinish(fact, view.file, view.isIdTaken)
        : refuse({ code: 'unknownCase' });
    case 'inspectionChosen':
      return view.file ? admitChosen(fact, view.file) : refuse({ code: 'unknownCase' });
    case 'verdictDecided':
      return view.file
        ? admitDecision(fact, view.file, view.references, view.refunds)
        : refuse({ code: 'unknownCase' });
    case 'held':
      if (fact.caseId !== null)
        return view.file ? accept(nothingFollows) : refuse({ code: 'unknownCase' });
      return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
    case 'released':
      return admitRelease(fact, actor, view);
    case 'correction': {
      const refusal = whyNotTakenBack(fact, actor, view);
      return refusal ? refuse(refusal) : accept(nothingFollows);
    }
    case 'caseTaken':
      return view.file ? accept(nothingFollows) : refuse({ code: 'unknownCase' });
    case 'caseHandedOver':
      return view.file ? admitHandOver(fact, actor) : refuse({ code: 'unknownCase' });
    case 'reportMade':
      return view.file ? admitReport(fact, view.file) : refuse({ code: 'unknownCase' });
    case 'acceptedAnyway': {
      const refusal = whyNotAcceptedAnyway(fact, actor, view.target);
      return refusal ? refuse(refusal) : accept(nothingFollows);
    }
    default:
      return assertNever(fact);
  }
}

/** One gives away what one has, or takes over what another has; for others a supervisor speaks. */
function admitHandOver(
  { from, to }: FactOf<'caseHandedOver'>,
  actor: Person,
): Result<Admission, Refusal> {
  return from === actor.id || to === actor.id || actor.roles.includes('supervisor')
    ? accept(nothingFollows)
    : refuse({ code: 'notYourRole', needs: ['supervisor'] });
}

function isDeciding({ kind }: Fact): boolean {
  return kind === 'verdictDecided' || kind === 'inspectionChosen';
}

function admitLink(fact: FactOf<'arrivalLinked'>, view: AdmissionView): Result<Admission, Refusal> {
  if (!view.file) return refuse({ code: 'unknownCase' });
  if (!view.arrival) return refuse({ code: 'unknownArrival' });
  const standing = view.arrival.caseId ?? view.target?.caseId ?? null;
  return standing !== null && standing !== fact.caseId
    ? refuse({ code: 'alreadyLinked', caseId: standing })
    : accept(nothingFollows);
}

/** A hazard is released by who answers for people's safety; every other hold by who works on the case. */
function admitRelease(
  fact: FactOf<'released'>,
  actor: Person,
  view: AdmissionView,
): Result<Admission, Refusal> {
  if (fact.caseId !== null && !view.file) return refuse({ code: 'unknownCase' });
  const held =
    view.file?.holds.find((h) => h.id === fact.heldFactId) ??
    (fact.caseId === null ? view.target : null);
  if (held?.kind !== 'held') return refuse({ code: 'unknownFact' });
  if (held.reason === 'hazard' && !actor.roles.includes('supervisor'))
    return refuse({ code: 'notYourRole', needs: ['supervisor'] });
  return fact.because === 'other' && fact.note.trim() === ''
    ? refuse({ code: 'reasonRequired' })
    : accept(nothingFollows);
}

function admitPhoto(fact: FactOf<'photoTaken'>, view: AdmissionView): Result<Admission, Refusal> {
  const { subject } = fact;
  if (subject.kind === 'arrival')
    return view.arrival ? accept(nothingFollows) : refuse({ code: 'unknownArrival' });
  if (!view.file) return refuse({ code: 'unknownCase' });
  if (subject.kind === 'case') return accept(nothingFollows);
  return view.file.unitGroups.some((g) => g.unitGroupId === subject.unitGroupId)
    ? accept(nothingFollows)
    : refuse({ code: 'unknownUnitGroup' });
}

function admitFinding(fact: FactOf<'finding'>, view: AdmissionView): Result<Admission, Refusal> {
  if (!view.file) return refuse({ code: 'unknownCase' });
  const group = view.file.unitGroups.find((g) => g.unitGroupId === fact.unitGroupId);
  if (!group) return refuse({ code: 'unknownUnitGroup' });
  if (fact.quantity > group.quantity)
    return refuse({ code: 'moreThanCounted', counted: group.quantity, asked: fact.quantity });
  const named = unitsNamed(fact, group.serials);
  if (named !== null && named !== fact.quantity)
    return refuse({ code: 'quantityNotUnits', units: named, asked: fact.quantity });
  const last = Math.max(0, ...(fact.units ?? []).map(({ to }) => to));
  if (last > group.quantity)
    return refuse({ code: 'moreThanCounted', counted: group.quantity, asked: last });
  const strange = whyNotOfCatalogue(fact, view.entry ?? null);
  return strange ? refuse(strange) : admitToLayer(fact, view.file);
}

/** Money follows our code, so an entry never says another one than the finding. */
function whyNotOfCatalogue(
  { observation }: FactOf<'finding'>,
  entry: CatalogueEntry | null,
): Refusal | null {
  if (observation.kind !== 'defect' || observation.entry === undefined) return null;
  if (entry?.id !== observation.entry) return { code: 'unknownEntry', entry: observation.entry };
  return entry.of === observation.code
    ? null
    : { code: 'entryOfOtherCode', entry: entry.id, of: entry.of };
}

function unitsNamed(
  { serials, units }: FactOf<'finding'>,
  counted: readonly string[],
): number | null {
  if (serials) return new Set(serials.filter((serial) => counted.includes(serial))).size;
  return units ? fromThousandths(lengthOf(spansOf(units))) : null;
}

/** A second inspection is begun before anything is found in it, and some of them by other hands. */
function admitToLayer(fact: FactOf<'finding'>, file: CaseFile): Result<Admission, Refusal> {
  const { inspectionId } = fact;
  if (inspectionId === undefined) {
    const [first, ...others] = file.layers;
    // The first stays as it was once it is looked at again.
    return others.length > 0 && (first?.finished.length ?? 0) > 0
      ? refuse({ code: 'mixesInspections' })
      : accept(nothingFollows);
  }
  const layer = file.layers.find((l) => l.inspectionId === inspectionId);
  if (!layer) return refuse({ code: 'inspectionNotStarted' });
  const mustDiffer = layer.inspection === 'dispute' || layer.inspection === 'blindSecond';
  const before = file.layers.slice(0, file.layers.indexOf(layer));
  return mustDiffer && before.some((l) => l.findings.some((f) => f.personId === fact.personId))
    ? refuse({ code: 'sameInspector' })
    : accept(nothingFollows);
}

function admitAttached(fact: FactOf<'photoAttached'>, file: CaseFile): Result<Admission, Refusal> {
  if (!file.photos.some((photo) => photo.photoId === fact.photoId))
    return refuse({ code: 'unknownPhoto' });
  return file.layers.some((l) => l.findings.some((f) => f.findingId === fact.findingId))
    ? accept(nothingFollows)
    : refuse({ code: 'unknownFact' });
}

/**
 * What was decided is over, unless it is looked at again: the pictures its verdict rests on stay as they
 * were seen. One taken since, as of a parcel that came later, is drawn on like any other.
 */
function admitAnnotated(
  fact: FactOf<'photoAnnotated'>,
  file: CaseFile,
): Result<Admission, Refusal> {
  const photo = file.photos.find(({ photoId }) => photoId === fact.photoId);
  if (!photo) return refuse({ code: 'unknownPhoto' });
  if (file.layers.some((l) => l.started !== null && l.finished.length === 0))
    return accept(nothingFollows);
  const seenBy = file.inspections.flatMap(({ basis, verdictId }) =>
    basis.includes(photo.id) && file.heads.includes(verdictId) ? [verdictId] : [],
  );
  const [by] = file.grants.find(({ verdictId }) => seenBy.includes(verdictId))?.signedBy ?? [];
  return by === undefined ? accept(nothingFollows) : refuse({ code: 'alreadyDecided', by });
}

function admitStart(fact: FactOf<'inspectionStarted'>, file: CaseFile): Result<Admission, Refusal> {
  if (fact.reason.trim() === '') return refuse({ code: 'reasonRequired' });
  if (file.layers.some((l) => l.inspectionId === fact.inspectionId))
    return refuse({ code: 'idReused' });
  return file.layers.some((l) => l.findings.length > 0)
    ? accept(nothingFollows)
    : refuse({ code: 'nothingInspected' });
}

function admitFinish(
  fact: FactOf<'inspectionFinished'>,
  file: CaseFile,
  isIdTaken: boolean,
): Result<Admission, Refusal> {
  if (isIdTaken || file.inspections.some((i) => i.verdictId === fact.verdictId))
    return refuse({ code: 'idReused' });
  const [first] = file.layers;
  const layer = file.layers.find((l) => l.inspectionId === fact.inspectionId) ?? first;
  if (!layer || layer.findings.length === 0) return refuse({ code: 'nothingInspected' });
  const own = new Set<string>(basisOf(file.facts, file.layers, layer));
  const ofOthers = new Set<string>(file.facts.flatMap((f) => (own.has(f.id) ? [] : [f.id])));
  return fact.basis.some((id) => ofOthers.has(id))
    ? refuse({ code: 'mixesInspections' })
    : accept(nothingFollows);
}

/** A station numbers its own reports of a case; two stations never call theirs alike, see `reportName`. */
function admitReport(fact: FactOf<'reportMade'>, file: CaseFile): Result<Admission, Refusal> {
  const isTaken = file.reports.some(
    (other) =>
      other.id !== fact.id && other.stationId === fact.stationId && other.number === fact.number,
  );
  return isTaken
    ? refuse({ code: 'reportNumberTaken', number: fact.number })
    : accept(nothingFollows);
}

/** Which of rival verdicts counts is decided like money: never by hands on the case. */
function admitChosen(fact: FactOf<'inspectionChosen'>, file: CaseFile): Result<Admission, Refusal> {
  const own = ownHandsOn(file, fact.personId);
  if (own) return refuse(own);
  return file.heads.includes(fact.verdictId)
    ? accept(nothingFollows)
    : refuse({ code: 'verdictSuperseded', head: file.heads[0] ?? '' });
}
