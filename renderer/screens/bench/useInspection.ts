import { useRef, useState } from 'react';
import { readBarcode } from '../../../shared/returns/barcode.ts';
import type { CardCommand } from '../../../shared/returns/barcodeOwn.ts';
import type { ShotType } from '../../../shared/returns/codes.ts';
import type { PhotoTakenFact, UnitsCountedFact } from '../../../shared/returns/fact.ts';
import { correctFact } from '../../actions/correctFact.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { finishInspection } from '../../actions/finishInspection.ts';
import { takePhoto } from '../../actions/takePhoto.ts';
import { underWay } from '../../actions/underWay.ts';
import { playTone } from '../../components/sound/tones.ts';
import { articleByGtin } from '../../queries/articleByGtin.ts';
import type { CaseView } from '../../queries/caseView.ts';
import { findByBarcode } from '../../queries/findByBarcode.ts';
import { caseView } from '../../queries/oneCase.ts';
import { useSession } from '../../session/session.ts';
import { useActionContext } from '../atWork/AtWork.tsx';
import { type CountOf, routeScan } from '../atWork/routeScan.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { type BenchSays, benchToneOf } from './benchSays.ts';
import { lastOwnWork } from './inspected.ts';

const successMs = 2400;

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
}) {
  const { view, group, shot } = options;
  const { id: caseId } = view.file.returnCase;
  const context = useActionContext();
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
  const fresh = async () => (await caseView(context.db, caseId, context.clock.now())) ?? view;

  async function scanned(raw: string): Promise<void> {
    const read = readBarcode(raw, new Date(context.clock.now()).getFullYear());
    if (!read.ok) return say({ kind: 'refused', refusal: read.refusal });
    const barcode = read.value;
    const { file, orderLines } = await fresh();
    const arrival = file.arrivals.at(-1);
    const parcel = arrival ? { arrivalId: arrival.arrivalId, caseId } : null;
    const step = routeScan(barcode, parcel, { file, orderLines });
    switch (step.kind) {
      case 'command':
        return options.onCommand(step.command);
      case 'count':
        return parcel ? await count(step.count, parcel.arrivalId, raw) : undefined;
      case 'parcelFirst':
      case 'caseFirst':
        return say({ kind: 'notHere' });
      case 'badge':
        return undefined;
      default: {
        const matches = await findByBarcode(context.db, barcode, context.clock.now());
        const match = matches.find((m) => m.kind === 'case');
        if (match?.kind !== 'case') return say({ kind: 'unknownLabel', label: barcode.text });
        if (match.row.caseId !== caseId) options.onOtherCase(match.row.caseId);
      }
    }
  }

  async function count(
    what: CountOf,
    arrivalId: UnitsCountedFact['arrivalId'],
    raw: string,
  ): Promise<void> {
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
    options.onShot(null);
    return say({ kind: 'photographed', shot });
  }

  async function undo(): Promise<void> {
    const last = lastOwnWork((await fresh()).file, context.person.personId);
    if (!last) return say({ kind: 'nothingToUndo' });
    const result = await correctFact(context, { factId: last.id, reason: 'UNDO' });
    return say(
      result.ok
        ? { kind: 'undone', what: last.kind }
        : { kind: 'refused', refusal: result.refusal },
    );
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
      inspectionId: null,
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
    scan: (raw: string) => inTurn(() => scanned(raw)),
    shoot: () => inTurn(shoot),
    undo: () => inTurn(undo),
    retake: (photo: PhotoTakenFact) => inTurn(() => retake(photo)),
    finish: () => inTurn(finish),
  };
}
