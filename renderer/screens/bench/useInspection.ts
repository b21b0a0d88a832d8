import { useRef, useState } from 'react';
import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import { barcodeOf, nameOfLabel, type Scan } from '../../../shared/barcodes/scan.ts';
import type { ShotType } from '../../../shared/facts/codes.ts';
import type { PhotoTakenFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { UnitOfMeasure } from '../../../shared/facts/quantity.ts';
import { attachPhoto } from '../../actions/attachPhoto.ts';
import { correctFact } from '../../actions/correctFact.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { finishInspection } from '../../actions/finishInspection.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { takePhoto } from '../../actions/takePhoto.ts';
import { playTone } from '../../components/sound/tones.ts';
import { articleByGtin } from '../../queries/oneCase/articleByGtin.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { caseInHand } from '../../queries/oneCase/oneCase.ts';
import { isInCount, serialSeen } from '../../queries/oneCase/serialSeen.ts';
import { amended } from '../../queries/station/recentScans.ts';
import { underWay } from '../../recording/underWay.ts';
import { useSession } from '../../session/session.ts';
import { useActionContext, useFind } from '../../workflow/AtWork.tsx';
import { quantityOn } from '../../workflow/countOfLabel.ts';
import { besideArticle } from '../../workflow/goodsLabel.ts';
import type { CountOf } from '../../workflow/openParcel.ts';
import { routeScan, type ScanStep } from '../../workflow/routeScan.ts';
import { useTurnAway } from '../../workflow/ScanFeed.tsx';
import type { Shutter } from '../camera/Camera.tsx';
import { secondAtWork } from '../inspections/layerAtWork.ts';
import { type BenchSays, benchToneOf } from './benchSays.ts';
import { findingToShow, lastOwnWork } from './finding/inspected.ts';

const successMs = 2400;

/** An article whose label does not say how many. */
export type HowManyAsked = {
  readonly count: CountOf;
  readonly unit: UnitOfMeasure | 'case';
  readonly arrivalId: UnitsCountedFact['arrivalId'];
  readonly raw: string;
};

/** What an inspector does with one open case, each answered by what is said and by a tone. */
export function useInspection(options: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact | null;
  readonly shot: ShotType;
  readonly camera: React.RefObject<Shutter | null>;
  readonly onShot: (shot: ShotType | null) => void;
  readonly onOtherCase: (caseId: string) => void;
  readonly onCommand: (command: CardCommand) => void;
  readonly onFinished: () => void;
  readonly howMany: HowManyAsked | null;
  readonly onHowMany: (asked: HowManyAsked | null) => void;
}) {
  const { view, group, shot } = options;
  const { id: caseId } = view.file.returnCase;
  const context = useActionContext();
  const { find } = useFind();
  const turnAway = useTurnAway();
  const sound = useSession((session) => session.sound);
  const [says, setSays] = useState<BenchSays | null>(null);
  const turn = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const say = (what: BenchSays | null): void => {
    turn.current += 1;
    const now = turn.current;
    setSays(what);
    if (!what) return;
    const tone = benchToneOf(what);
    if (sound.on) playTone(tone, sound.volume);
    if (tone === 'success') setTimeout(() => turn.current === now && setSays(null), successMs);
  };
  /** One after another: the next step must see what the last one saved. */
  const inTurn = (work: () => Promise<void>): void => {
    queue.current = queue.current.then(work).catch((cause: unknown) => {
      const detail = cause instanceof Error ? cause.message : String(cause);
      say({ kind: 'refused', refusal: { code: 'journalFailed', detail } });
    });
    void underWay(context.db, queue.current);
  };
  /** As it is stored, not as it was last drawn. */
  const fresh = async () => (await caseInHand(context.db, caseId, context.clock.now())) ?? view;

  async function scanned(scan: Scan): Promise<void> {
    if (options.howMany && (await isSaidBy(options.howMany, scan))) return;
    const matches = await find(scan, 'patiently');
    const { file, orderLines } = await fresh();
    const arrival = file.arrivals.at(-1);
    const parcel = arrival ? { arrivalId: arrival.arrivalId, caseId } : null;
    const { stationId } = context.enrolment;
    const expected = { file, orderLines };
    const step = routeScan(scan, { matches, parcel, expected, stationId, isPaperless: false });
    switch (step.kind) {
      case 'command':
        return options.onCommand(step.command);
      // At the bench the parcel is open already: what could be an article is one.
      case 'askArticle':
      case 'count':
        return parcel ? await count(step.count, parcel.arrivalId, scan.raw) : undefined;
      case 'amend':
        return parcel ? await amend(step, parcel.arrivalId, scan.raw) : undefined;
      case 'askQuantity':
        return parcel
          ? options.onHowMany({ ...step, arrivalId: parcel.arrivalId, raw: scan.raw })
          : undefined;
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
  async function isSaidBy(asked: HowManyAsked, scan: Scan): Promise<boolean> {
    const beside = besideArticle(barcodeOf(scan));
    const quantity = beside && quantityOn(beside, asked.unit === 'case' ? 'EA' : asked.unit);
    if (quantity === null) return false;
    options.onHowMany(null);
    await count({ ...asked.count, quantity }, asked.arrivalId, asked.raw);
    return true;
  }

  async function amend(
    step: Extract<ScanStep, { readonly kind: 'amend' }>,
    arrivalId: UnitsCountedFact['arrivalId'],
    raw: string,
  ): Promise<void> {
    const result = await correctFact(context, { factId: step.instead, reason: amended });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    return await count(step.count, arrivalId, raw);
  }

  async function count(
    what: CountOf,
    arrivalId: UnitsCountedFact['arrivalId'],
    raw: string,
  ): Promise<void> {
    const [serial] = what.serials;
    const seen =
      serial === undefined ? [] : await serialSeen(context.db, { serial, article: what.article });
    if (serial !== undefined && isInCount(seen, { arrivalId, caseId }))
      return say({ kind: 'serialAgain', serial });
    const known =
      what.article.name === '' ? await articleByGtin(context.db, what.article.gtin) : null;
    const article = { ...what.article, ...known };
    const result = await countUnits(context, {
      caseId,
      arrivalId,
      ...what,
      article,
      identity: null,
      identifiedBy: 'scan',
      raw,
    });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    const { identity } = result.value;
    return say({ kind: 'counted', name: article.name || article.gtin, identity });
  }

  async function shoot(): Promise<void> {
    const picture = await options.camera.current?.shoot();
    if (!picture?.ok) return say({ kind: 'refused', refusal: { code: 'cameraNotReady' } });
    const result = await takePhoto(context, {
      caseId,
      subject: group ? { kind: 'unitGroup', unitGroupId: group.unitGroupId } : { kind: 'case' },
      shot,
      ...picture.value,
    });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    const { photoId } = result.value;
    const findingId = findingToShow(view, group?.unitGroupId ?? null, shot)?.findingId ?? null;
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
    for (const { id } of act) {
      const result = await correctFact(context, { factId: id, reason: 'UNDO' });
      if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    }
    const first = act.at(-1);
    return say(first ? { kind: 'undone', what: first.kind } : { kind: 'nothingToUndo' });
  }

  async function retake(photo: PhotoTakenFact): Promise<void> {
    const result = await correctFact(context, { factId: photo.id, reason: 'RETAKE' });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    options.onShot(photo.shot);
    return say({ kind: 'undone', what: 'photoTaken' });
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
    countSaid: ({ count: what, arrivalId, raw }: HowManyAsked, quantity: number) =>
      inTurn(() => count({ ...what, quantity }, arrivalId, raw)),
    shoot: () => inTurn(shoot),
    hold: () => inTurn(hold),
    undo: () => inTurn(undo),
    retake: (photo: PhotoTakenFact) => inTurn(() => retake(photo)),
    finish: () => inTurn(finish),
  };
}
