import { Temporal } from 'temporal-polyfill';
import {
  ArrivalId,
  type CaseId,
  FactId,
  FindingId,
  HandlingUnitId,
  InspectionId,
  PhotoId,
  UnitGroupId,
  VerdictId,
} from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import type { ShotType } from '../../shared/returns/codes.ts';
import type { OrderLine, ReturnCase } from '../../shared/returns/documents.ts';
import { Fact } from '../../shared/returns/fact.ts';
import type { LocalDate, RecordedTime } from '../../shared/returns/time.ts';
import { articles } from './articles.ts';
import { instantAt } from './demoDays.ts';
import { crew, demoPeople } from './demoPeople.ts';
import { drawnPhoto } from './drawnPhotos.ts';
import { drawn, idFrom } from './identifiers.ts';
import type { PhotoName } from './photoList.ts';
import { type DemoStation, sites, stationsOf } from './sites.ts';
import { carriers, type Step, type Story } from './story.ts';

export type Recording = {
  readonly story: Story;
  readonly seed: string;
  readonly returnCase: ReturnCase | null;
  readonly orderLines: readonly OrderLine[];
  readonly dayAt: (day: number) => LocalDate;
  readonly trackingNumber: string;
  readonly sscc: string;
};

type Place = 'dock' | 'bench' | 'desk';
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

  const name = (what: string) => `${recording.seed}:${story.key}:${what}`;
  const record = (step: Step, place: Place, make: (r: Recorded) => unknown) => {
    const station = stationsOf[story.site][place];
    const date = recording.dayAt(step.day);
    const at = momentOf(station, date, clock(step, place), site.timeZone);
    const person = demoPeople[step.by ?? crew[story.site][place]].person;
    facts.push(
      Fact.parse(
        make({
          id: FactId.parse(idFrom(name(`fact:${facts.length}`), Date.parse(at.utc))),
          siteId: site.id,
          stationId: station.id,
          personId: person.id,
          at,
        }),
      ),
    );
  };
  const idAt = (what: string, step: Step) =>
    idFrom(name(what), Date.parse(`${recording.dayAt(step.day)}T00:00:00Z`));
  const knownCase = (): CaseId | null => returnCase?.id ?? null;
  const theCase = (): CaseId => {
    const id = knownCase();
    if (id === null) throw new Error(`${story.key}: a step needs a case`);
    return id;
  };
  const firstOf = <S extends Step['do']>(kind: S) =>
    story.steps.find((s): s is Step & { do: S } => s.do === kind);
  const arrivalId = (n: number) => {
    const arrive = story.steps.filter((s) => s.do === 'arrive')[n - 1] ?? firstOf('arrive');
    if (!arrive) throw new Error(`${story.key}: a step needs an arrival`);
    return ArrivalId.parse(idAt(`arrival:${n}`, arrive));
  };
  const groupId = (group: string) => {
    const count = story.steps.find((s) => s.do === 'count' && s.group === group);
    if (!count) throw new Error(`${story.key}: no unit group ${group}`);
    return UnitGroupId.parse(idAt(`group:${group}`, count));
  };
  const unitId = (plate: string) => {
    const unpack = story.steps.find((s) => s.do === 'unpack' && s.plate === plate);
    if (!unpack) throw new Error(`${story.key}: no handling unit ${plate}`);
    return HandlingUnitId.parse(idAt(`unit:${plate}`, unpack));
  };
  const verdictId = (n: number, step: Step) => VerdictId.parse(idAt(`verdict:${n}`, step));
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
      caseId: unlinked ? null : knownCase(),
      photoId: PhotoId.parse(idFrom(name(`photo:${facts.length}`), Date.parse(recorded.at.utc))),
      subject,
      shot,
      ...drawnPhoto(photoName),
    }));

  for (const step of story.steps) {
    switch (step.do) {
      case 'arrive': {
        arrivals += 1;
        unlinked = step.blind === true;
        const id = arrivalId(arrivals);
        const again = arrivals > 1;
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'arrival',
          caseId: unlinked ? null : knownCase(),
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
          arrivalId: arrivalId(arrivals),
          reason: step.reason,
        }));
        unlinked = false;
        break;
      case 'unpack':
        record(step, 'dock', (recorded) => ({
          ...recorded,
          kind: 'handlingUnit',
          caseId: knownCase(),
          handlingUnitId: unitId(step.plate),
          arrivalId: arrivalId(arrivals),
          parentId: step.within === undefined ? null : unitId(step.within),
          sscc: step.within === undefined ? recording.sscc : null,
          licencePlate: step.plate,
        }));
        break;
      case 'count':
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'unitsCounted',
          caseId: theCase(),
          unitGroupId: groupId(step.group),
          arrivalId: arrivalId(arrivals),
          ...whatWasCounted(step, recording),
        }));
        break;
      case 'shoot':
        photo(
          step,
          'bench',
          { kind: 'unitGroup', unitGroupId: groupId(step.group) },
          step.shot,
          step.photo,
        );
        break;
      case 'find':
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'finding',
          caseId: theCase(),
          findingId: FindingId.parse(
            idFrom(name(`finding:${facts.length}`), Date.parse(recorded.at.utc)),
          ),
          unitGroupId: groupId(step.group),
          quantity: step.quantity,
          observation: step.found,
          measurements: (step.measured ?? []).map(([what, value, unit]) => ({ what, value, unit })),
          photoIds: photosOf(facts, groupId(step.group)),
          note: step.note,
        }));
        break;
      case 'finish':
        verdicts += 1;
        record(step, 'bench', (recorded) => ({
          ...recorded,
          kind: 'inspectionFinished',
          caseId: theCase(),
          inspectionId: InspectionId.parse(idAt(`inspection:${verdicts}`, step)),
          verdictId: verdictId(verdicts, step),
          inspection: step.inspection ?? 'first',
          checklistVersion: 1,
          startedAt: facts.find((f) => f.kind === 'unitsCounted')?.at ?? recorded.at,
          basis: facts.map((f) => f.id).toSorted(),
          note: step.note ?? '',
        }));
        break;
      case 'decide': {
        const finished = story.steps.filter((s) => s.do === 'finish')[verdicts - 1];
        if (!finished) throw new Error(`${story.key}: nothing to decide`);
        record(step, 'desk', (recorded) => ({
          ...recorded,
          kind: 'verdictDecided',
          caseId: theCase(),
          verdictId: verdictId(verdicts, finished),
          decision: step.decision,
          choices: Object.entries(step.choices ?? {}).map(
            ([group, [resolution, disposition, override]]) => ({
              unitGroupId: groupId(group),
              resolution,
              disposition,
              overrideAmount: override ?? null,
            }),
          ),
          answers: Object.entries(step.answers ?? {}).map(
            ([question, { group, answer, reason }]) => ({
              question,
              unitGroupId: group === null ? null : groupId(group),
              answer,
              reason,
            }),
          ),
          reason: step.reason,
        }));
        break;
      }
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
          (f) => f.kind === 'unitsCounted' && f.unitGroupId === groupId(step.group),
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
  const serials = step.serials ?? line?.serials.slice(0, step.quantity) ?? [];
  const lot = step.lot ?? (step.article ? null : (line?.lot ?? null));
  return {
    returnLineId: claim?.id ?? null,
    article: { gtin: article.gtin, number: article.number, name: article.name },
    lot,
    serials: step.article && !step.serials ? [] : serials,
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

const opening: Readonly<Record<Place, number>> = {
  dock: 8 * 60 + 5,
  bench: 10 * 60 + 10,
  desk: 15 * 60 + 5,
};

/** Minutes pass between one step and the next; a new day and another room start at their own hour. */
function wallClock(story: Story): (step: Step, place: Place) => string {
  let day = Number.NEGATIVE_INFINITY;
  let minutes = 0;
  let count = 0;
  let last: Step | null = null;
  return (step, place) => {
    count += 1;
    const draw = (below: number) => drawn(`${story.key}:clock:${count}`, below);
    if (step.day !== day) minutes = 0;
    day = step.day;
    const start = opening[place] + drawn(`${story.key}:${place}`, 95);
    minutes =
      step.at && step !== last
        ? minutesOf(step.at) + (count % 2)
        : Math.max(start, minutes + 1 + draw(5));
    last = step;
    const seconds = draw(60);
    return [Math.floor(minutes / 60), minutes % 60, seconds]
      .map((n) => String(n).padStart(2, '0'))
      .join(':');
  };
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** As a station boots at 06:30 every working day and has heard from central lately. */
function momentOf(
  station: DemoStation,
  date: LocalDate,
  clock: string,
  zone: string,
): RecordedTime {
  const utc = instantAt(date, clock, zone);
  const booted = Temporal.Instant.from(instantAt(date, '06:30', zone)).epochMilliseconds;
  return {
    utc,
    zone,
    localDate: date,
    monotonicMs: Date.parse(utc) - booted,
    bootId: `${station.id}.${date}`,
    offsetMs: 140 + drawn(`${station.id}:${date}`, 400),
  };
}
