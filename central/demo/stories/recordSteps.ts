import type { ShotType } from '../../../shared/facts/codes.ts';
import type { OrderLine, ReturnCase } from '../../../shared/facts/documents.ts';
import { Fact } from '../../../shared/facts/fact.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { type CaseId, FactId, FindingId, PhotoId, type UnitGroupId } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import { articles } from '../company/articles.ts';
import { crew, demoPeople } from '../company/demoPeople.ts';
import { drawnPhoto } from '../company/drawnPhotos.ts';
import type { PhotoName } from '../company/photoList.ts';
import { sites, stationsOf } from '../company/sites.ts';
import { momentOf, type Place, wallClock } from './stationClock.ts';
import { carriers, type Step, type Story } from './story.ts';
import { idsOf } from './storyIds.ts';

export type Recording = {
  readonly story: Story;
  readonly seed: string;
  readonly returnCase: ReturnCase | null;
  readonly orderLines: readonly OrderLine[];
  readonly dayAt: (day: number) => LocalDate;
  readonly trackingNumber: string;
  readonly sscc: string;
};

/** What the pages of a station would have put in every fact. */
type Recorded = Pick<Fact, 'id' | 'siteId' | 'stationId' | 'personId' | 'at'>;

/** The facts a story's steps leave behind, each at its time, station and hands. */
export function recordSteps(recording: Recording): readonly Fact[] {
  const { story, returnCase } = recording;
  const site = sites[story.site];
  const facts: Fact[] = [];
  const clock = wallClock(story);
  let arrivals = 0;
  let verdicts = 0;
  let unlinked = false;

  const ids = idsOf(recording);
  const record = (step: Step, place: Place, make: (r: Recorded) => unknown) => {
    const station = stationsOf[story.site][place];
    const date = recording.dayAt(step.day);
    const at = momentOf(station, date, clock(step, place), site.timeZone);
    const person = demoPeople[step.by ?? crew[story.site][place]].person;
    facts.push(
      Fact.parse(
        make({
          id: FactId.parse(ids.fresh(`fact:${facts.length}`, at)),
          siteId: site.id,
          stationId: station.id,
          personId: person.id,
          at,
        }),
      ),
    );
  };
  const theCase = (): CaseId => {
    if (returnCase === null) throw new Error(`${story.key}: a step needs a case`);
    return returnCase.id;
  };
  const photo = (
    step: Step,
    place: Place,
    subject: unknown,
    shot: ShotType,
    photoName: PhotoName,
  ) =>
    record(step, place, (recorded) => ({
      ...recorded,
      kind: 'photoTaken',
      caseId: unlinked ? null : (returnCase?.id ?? null),
      photoId: PhotoId.parse(ids.fresh(`photo:${facts.length}`, recorded.at)),
      subject,
      shot,
      ...drawnPhoto(photoName),
    }));

  for (const step of story.steps) {
    switch (step.do) {
      case 'arrive': {
        arrivals += 1;
        unlinked = step.blind === true;
        const id = ids.arrival(arrivals);
        const again = arrivals > 1;
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'arrival',
          caseId: unlinked ? null : (returnCase?.id ?? null),
          arrivalId: id,
          dock: step.dock ?? site.docks[1] ?? 'D1',
          carrier: carriers[story.orders[0]?.carrier ?? 'meridian'].name,
          trackingNumber: again
            ? `${recording.trackingNumber}-${arrivals}`
            : recording.trackingNumber,
          sscc: again || step.blind ? null : recording.sscc,
          packages: step.packages ?? 1,
          seal: step.seal ?? null,
          condition: step.condition ?? 'good',
          raw: again || step.blind ? recording.trackingNumber : `]C100${recording.sscc}`,
          note: step.note ?? '',
        }));
        for (const [shot, photoName] of step.photos ?? [])
          photo(step, 'dock', { kind: 'arrival', arrivalId: id }, shot, photoName);
        break;
      }
      case 'open':
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'caseOpened',
          caseId: theCase(),
          clientId: returnCase?.clientId ?? null,
          note: step.note,
        }));
        break;
      case 'link':
        record(step, 'desk', (recorded) => ({
          ...recorded,
          kind: 'arrivalLinked',
          caseId: theCase(),
          arrivalId: ids.arrival(arrivals),
          reason: step.reason,
        }));
        unlinked = false;
        break;
      case 'unpack':
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'handlingUnit',
          caseId: returnCase?.id ?? null,
          handlingUnitId: ids.unit(step.plate),
          arrivalId: ids.arrival(arrivals),
          parentId: step.within === undefined ? null : ids.unit(step.within),
          sscc: step.within === undefined ? recording.sscc : null,
          licencePlate: step.plate,
        }));
        break;
      case 'count':
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'unitsCounted',
          caseId: theCase(),
          unitGroupId: ids.group(step.group),
          arrivalId: ids.arrival(arrivals),
          ...whatWasCounted(step, recording),
        }));
        break;
      case 'shoot':
        photo(
          step,
          'bench',
          { kind: 'unitGroup', unitGroupId: ids.group(step.group) },
          step.shot,
          step.photo,
        );
        break;
      case 'find':
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'finding',
          caseId: theCase(),
          findingId: FindingId.parse(ids.fresh(`finding:${facts.length}`, recorded.at)),
          unitGroupId: ids.group(step.group),
          quantity: step.quantity,
          observation: step.found,
          measurements: (step.measured ?? []).map(([what, value, unit]) => ({ what, value, unit })),
          photoIds: photosOf(facts, ids.group(step.group)),
          note: step.note,
        }));
        break;
      case 'finish':
        verdicts += 1;
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'inspectionFinished',
          caseId: theCase(),
          inspectionId: ids.inspection(verdicts),
          verdictId: ids.verdict(verdicts),
          inspection: step.inspection ?? 'first',
          checklistVersion: 1,
          startedAt: facts.find((f) => f.kind === 'unitsCounted')?.at ?? recorded.at,
          basis: facts.map((f) => f.id).toSorted(),
          note: step.note ?? '',
        }));
        break;
      case 'decide':
        record(step, 'desk', (recorded) => ({
          ...recorded,
          kind: 'verdictDecided',
          caseId: theCase(),
          verdictId: ids.verdict(verdicts),
          decision: step.decision,
          choices: Object.entries(step.choices ?? {}).map(
            ([group, [resolution, disposition, override]]) => ({
              unitGroupId: ids.group(group),
              resolution,
              disposition,
              overrideAmount: override ?? null,
            }),
          ),
          answers: Object.entries(step.answers ?? {}).map(
            ([question, { group, answer, reason }]) => ({
              question,
              unitGroupId: group === null ? null : ids.group(group),
              answer,
              reason,
            }),
          ),
          reason: step.reason,
        }));
        break;
      case 'hold':
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'held',
          caseId: theCase(),
          reason: step.reason,
          pausesClock: step.pausesClock,
          note: step.note,
        }));
        break;
      case 'release': {
        const held = facts.findLast((f) => f.kind === 'held');
        if (!held) throw new Error(`${story.key}: nothing is held`);
        record(step, 'desk', (recorded) => ({
          ...recorded,
          kind: 'released',
          caseId: theCase(),
          heldFactId: held.id,
          note: step.note,
        }));
        break;
      }
      case 'correct': {
        const wrong = facts.find(
          (f) => f.kind === 'unitsCounted' && f.unitGroupId === ids.group(step.group),
        );
        if (!wrong) throw new Error(`${story.key}: nothing to correct`);
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'correction',
          caseId: theCase(),
          corrects: wrong.id,
          reason: step.reason,
        }));
        break;
      }
      default:
        assertNever(step);
    }
  }
  return facts;
}

function whatWasCounted(
  step: Step & { do: 'count' },
  { story, returnCase, orderLines }: Recording,
) {
  const claim = step.claim === null ? null : (returnCase?.lines[step.claim] ?? null);
  const line = orderLines.find((l) => l.id === claim?.orderLineId);
  const article = step.article ? articles[step.article] : line?.article;
  if (!article) throw new Error(`${story.key}: ${step.group} counts an unknown article`);
  const from = step.serialsFrom ?? 0;
  const serials = step.article ? [] : line?.serials.slice(from, from + step.quantity);
  const lot = step.article ? null : (line?.lot ?? null);
  return {
    returnLineId: claim?.id ?? null,
    article: { gtin: article.gtin, number: article.number, name: article.name },
    lot,
    serials: serials ?? [],
    quantity: step.quantity,
    identity: step.identity ?? 'match',
    identifiedBy: step.manual ? 'manual' : 'scan',
    raw: step.manual ? null : `]d201${article.gtin}${lot === null ? '' : `10${lot}`}`,
  };
}

function photosOf(facts: readonly Fact[], group: UnitGroupId): readonly PhotoId[] {
  return facts.flatMap((f) =>
    f.kind === 'photoTaken' && f.subject.kind === 'unitGroup' && f.subject.unitGroupId === group
      ? [f.photoId]
      : [],
  );
}
