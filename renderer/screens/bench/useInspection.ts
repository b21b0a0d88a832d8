import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import { barcodeOf, nameOfLabel, type Scan } from '../../../shared/barcodes/scan.ts';
import { type FindingCard, readFindingCard } from '../../../shared/cases/findingCards.ts';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { ShotType } from '../../../shared/facts/codes.ts';
import type { PhotoTakenFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { UnitOfMeasure } from '../../../shared/facts/quantity.ts';
import type { UnitGroupId } from '../../../shared/ids.ts';
import { attachPhoto } from '../../actions/attachPhoto.ts';
import { correctFact, correctFacts } from '../../actions/correctFact.ts';
import { finishInspection } from '../../actions/finishInspection.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { playTone } from '../../components/sound/tones.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { caseInHand } from '../../queries/oneCase/oneCase.ts';
import { storedByNow } from '../../recording/pendingWrites.ts';
import { useSession } from '../../session/session.ts';
import { useActionContext, useFind } from '../../workflow/AtWork.tsx';
import { amendCount, countPiece, saidBeside, uncountedSays } from '../../workflow/countPiece.ts';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import { routeScan, routeUnsought } from '../../workflow/routeScan.ts';
import { useTurnAway } from '../../workflow/ScanFeed.tsx';
import { useInTurn } from '../../workflow/useInTurn.ts';
import { useSaid } from '../../workflow/useSaid.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { takePicture } from '../camera/takePicture.ts';
import { asAtWork, secondAtWork, todayIn } from '../inspections/layerAtWork.ts';
import { type BenchSays, benchToneOf } from './benchSays.ts';
import { findingToShow, lastOwnWork, openPoints } from './finding/inspected.ts';
import { serialCounted } from './serialCounted.ts';

/** An article whose label does not say how many. */
export type HowManyAsked = {
  readonly count: CountOf;
  readonly unit: UnitOfMeasure | 'case';
  readonly parcel: OpenParcel;
  readonly raw: string;
};

/** What was counted, as it is stored, drawn yet or not. */
type UnitsHere = () => Promise<readonly UnitsCountedFact[]>;

/** What an inspector does with one open case, each answered by what is said and by a tone. */
export function useInspection(options: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact | null;
  /** What the next picture is of, as the case now stands. */
  readonly shotIn: (view: CaseView) => ShotType;
  readonly camera: React.RefObject<Shutter | null>;
  /** Whether a card said something of the finding that is put together. */
  readonly onCard: (card: FindingCard, unitsHere: UnitsHere) => Promise<boolean>;
  /**
   * One of the units that lie here was scanned: whether the next finding is about it now; null where
   * nothing can be said of it.
   */
  readonly onSerial: (
    unitGroupId: UnitGroupId,
    serial: string,
    unitsHere: UnitsHere,
  ) => Promise<boolean | null>;
  readonly onShot: (shot: ShotType | null) => void;
  readonly onOtherCase: (caseId: string) => void;
  readonly onCommand: (command: CardCommand) => void;
  /** Something is open: that is said before anything is finished. */
  readonly onOpenPoints: () => void;
  readonly onFinished: () => void;
  readonly howMany: HowManyAsked | null;
  readonly onHowMany: (asked: HowManyAsked | null) => void;
}) {
  const { view, group } = options;
  const { id: caseId } = view.file.returnCase;
  const context = useActionContext();
  const { find } = useFind();
  const turnAway = useTurnAway();
  const sound = useSession((session) => session.sound);
  const { shown: says, say } = useSaid<BenchSays>(benchToneOf);
  const queue = useInTurn((detail) =>
    say({ kind: 'refused', refusal: { code: 'journalFailed', detail } }),
  );
  const inTurn = (work: () => Promise<unknown>): void => {
    void queue(work);
  };
  /** As it is stored, not as it was last drawn. */
  const fresh = async () => {
    await storedByNow(context.db);
    return (await caseInHand(context.db, caseId, context.clock.now())) ?? view;
  };
  const unitsHere: UnitsHere = async () => (await fresh()).file.unitGroups;
  const freshAtWork = async () => asAtWork(await fresh(), todayIn(view, context.clock.now()));

  async function scanned(scan: Scan): Promise<void> {
    if (options.howMany && (await isSaidBy(options.howMany, scan))) return;
    const { file, orderLines } = await fresh();
    const arrival = file.arrivals.at(-1);
    const parcel = arrival ? { arrivalId: arrival.arrivalId, caseId } : null;
    const counted = serialCounted(file, scan);
    if (counted) {
      const isNamed = await options.onSerial(counted.group.unitGroupId, counted.serial, unitsHere);
      if (isNamed === null) return say({ kind: 'cardNotNow' });
      return say({ kind: isNamed ? 'named' : 'unnamed', serial: counted.serial });
    }
    const { stationId } = context.enrolment;
    const expected = { file, orderLines };
    const around = { parcel, expected, stationId, isPaperless: false };
    const known = routeUnsought(scan, around);
    const matches = known ? [] : await find(scan, 'patiently');
    const step = known ?? routeScan(scan, { ...around, matches });
    switch (step.kind) {
      case 'command':
        return options.onCommand(step.command);
      case 'findingCard':
        return say((await isAnswer(step.says)) ? null : { kind: 'cardNotNow' });
      // At the bench the parcel is open already: what could be an article is one.
      case 'askArticle':
      case 'count':
        return parcel
          ? sayCounted(await countPiece(context, parcel, step.count, scan.raw))
          : undefined;
      case 'amend':
        return parcel ? sayCounted(await amendCount(context, parcel, step, scan.raw)) : undefined;
      case 'askQuantity':
        return parcel ? options.onHowMany({ ...step, parcel, raw: scan.raw }) : undefined;
      case 'parcelFirst':
      case 'caseFirst':
        return say({ kind: 'notHere' });
      case 'belongs':
      case 'articleFirst':
        return say(step);
      case 'unreadable':
        return say({ kind: 'refused', refusal: step.refusal });
      case 'badge':
        return undefined;
      default: {
        const cases = matches.flatMap((m) => (m.kind === 'case' ? [m.row.caseId] : []));
        if (cases.includes(caseId)) return say({ kind: 'thisCase' });
        const [other] = cases;
        if (other !== undefined) return options.onOtherCase(other);
        if (matches.length > 0) return turnAway('blind');
        return say({ kind: 'unknownLabel', label: nameOfLabel(barcodeOf(scan)) });
      }
    }
  }

  /** The label beside the article's own says how many; whether it did. */
  async function isSaidBy({ count, unit, parcel, raw }: HowManyAsked, scan: Scan) {
    const said = saidBeside(barcodeOf(scan), count, unit);
    if (!said) return false;
    options.onHowMany(null);
    sayCounted(await countPiece(context, parcel, said, raw));
    return true;
  }

  async function isAnswer(said: string): Promise<boolean> {
    const card = readFindingCard(said);
    return card !== undefined && (await options.onCard(card, unitsHere));
  }

  function sayCounted(counted: Awaited<ReturnType<typeof countPiece>>): void {
    if (!counted.ok) return say(uncountedSays(counted.refusal));
    const { fact } = counted.value;
    return say({ kind: 'counted', name: nameOfArticle(fact), identity: fact.identity });
  }

  /** Of what is missing by then: whoever presses twice before the first is drawn means the next one. */
  async function shoot(): Promise<void> {
    const now = freshAtWork();
    const result = await takePicture(context, options.camera.current, async () => ({
      caseId,
      subject: group ? { kind: 'unitGroup', unitGroupId: group.unitGroupId } : { kind: 'case' },
      shot: options.shotIn(await now),
    }));
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    const { photoId, shot } = result.value;
    const shown = findingToShow(await now, group?.unitGroupId ?? null, shot);
    const findingId = shown?.findingId ?? null;
    const joined = findingId && (await attachPhoto(context, { caseId, photoId, findingId }));
    if (joined && !joined.ok) return say({ kind: 'refused', refusal: joined.refusal });
    options.onShot(null);
    return say({ kind: 'photographed', shot });
  }

  /** Something leaks that did not at the dock: nobody goes on before a supervisor says so. */
  async function hold(): Promise<void> {
    const { file } = await fresh();
    if (!file.holds.some((held) => held.reason === 'hazard')) {
      const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
      const held = await holdCase(context, { caseId, ...hazard });
      if (!held.ok) return say({ kind: 'refused', refusal: held.refusal });
    }
    return say({ kind: 'hazard' });
  }

  async function undo(): Promise<void> {
    const act = lastOwnWork((await fresh()).file, context.person.personId);
    const taken = await correctFacts(
      context,
      act.map((fact) => fact.id),
      'UNDO',
    );
    if (!taken.ok) return say({ kind: 'refused', refusal: taken.refusal });
    const first = act.at(-1);
    return say(first ? { kind: 'undone', what: first.kind } : { kind: 'nothingToUndo' });
  }

  async function retake(photo: PhotoTakenFact): Promise<void> {
    const result = await correctFact(context, { factId: photo.id, reason: 'RETAKE' });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    options.onShot(photo.shot);
    return say({ kind: 'undone', what: 'photoTaken' });
  }

  /** By what is stored: whoever is quick is ahead of what is drawn. */
  async function tryToFinish(): Promise<void> {
    const now = await freshAtWork();
    if (now.file.findings.length > 0 && openPoints(now).length > 0) return options.onOpenPoints();
    return await finish();
  }

  async function finish(): Promise<void> {
    const result = await finishInspection(context, {
      caseId,
      inspectionId: secondAtWork(view)?.inspectionId ?? null,
      startedAt: null,
      note: '',
    });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    if (sound.on) playTone('success', sound.volume);
    return options.onFinished();
  }

  return {
    says,
    say,
    scan: (scan: Scan) => inTurn(() => scanned(scan)),
    countSaid: ({ count, parcel, raw }: HowManyAsked, quantity: number) =>
      inTurn(async () =>
        sayCounted(await countPiece(context, parcel, { ...count, quantity }, raw)),
      ),
    shoot: () => inTurn(shoot),
    hold: () => inTurn(hold),
    undo: () => inTurn(undo),
    retake: (photo: PhotoTakenFact) => inTurn(() => retake(photo)),
    tryToFinish: () => inTurn(tryToFinish),
    finish: () => inTurn(finish),
  };
}
