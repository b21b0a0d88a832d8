import { useRef, useState } from 'react';
import type { ArrivalId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { type Barcode, readBarcode } from '../../../shared/returns/barcode.ts';
import type { ArrivalFact, UnitsCountedFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { checkDoor } from '../../actions/checkDoor.ts';
import { correctFact } from '../../actions/correctFact.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { linkArrival } from '../../actions/linkArrival.ts';
import { receiveParcel } from '../../actions/receiveParcel.ts';
import { takePhoto } from '../../actions/takePhoto.ts';
import { arrivalSeen } from '../../queries/arrivalSeen.ts';
import { findByBarcode, type Match } from '../../queries/findByBarcode.ts';
import { caseView } from '../../queries/oneCase.ts';
import type { RecentScan } from '../../queries/recentScans.ts';
import { useActionContext } from '../atWork/AtWork.tsx';
import type { CameraHandle } from '../camera/Camera.tsx';
import type { DockSays } from './dockSays.ts';
import { type CountOf, type OpenParcel, routeScan } from './routeScan.ts';

type Unexpected = { readonly barcode: Barcode; readonly raw: string };
type Choice = Unexpected & { readonly matches: readonly Match[] };

export type DockWork = {
  readonly parcel: OpenParcel | null;
  readonly says: DockSays | null;
  /** A label nobody announced, until kept or left. */
  readonly unexpected: Unexpected | null;
  /** A label several cases answer to. */
  readonly choice: Choice | null;
  readonly onScan: (raw: string) => Promise<void>;
  readonly onCommand: (
    command: 'undo' | 'damaged' | 'missing' | 'photo' | 'done' | 'ok',
  ) => Promise<void>;
  readonly receiveFor: (match: Match) => Promise<void>;
  readonly sayCondition: (condition: ArrivalFact['condition'], packages: number) => Promise<void>;
  readonly countByHand: (count: CountOf) => Promise<void>;
  readonly undo: (scan: RecentScan) => Promise<void>;
  readonly leave: () => void;
};

/**
 * The dock's day: a scan comes in, is routed by what it is, is saved, and the band says what
 * happened. What was counted lives in the case, not here: a crash between two scans loses neither.
 */
export function useDockWork(options: {
  readonly dock: string;
  readonly camera: React.RefObject<CameraHandle | null>;
  readonly recent: readonly RecentScan[] | undefined;
  readonly onSaid: (says: DockSays) => void;
}): DockWork {
  const context = useActionContext();
  const [parcel, setParcel] = useState<OpenParcel | null>(null);
  const [says, setSays] = useState<DockSays | null>(null);
  const [unexpected, setUnexpected] = useState<Unexpected | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());

  const say = (what: DockSays): void => {
    setSays(what);
    options.onSaid(what);
  };
  const clear = () => {
    setUnexpected(null);
    setChoice(null);
  };
  /** One after another: the next scan must see what the last one saved. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn.current = turn.current.then(work).catch((cause: unknown) => {
      say({ kind: 'trouble', detail: cause instanceof Error ? cause.message : String(cause) });
    });
    return turn.current;
  };

  async function scanned(raw: string): Promise<void> {
    const read = readBarcode(raw, new Date(context.clock.now()).getFullYear());
    if (!read.ok) return say({ kind: 'unreadable', refusal: read.refusal });
    const barcode = read.value;
    const view = parcel?.caseId
      ? await caseView(context.db, parcel.caseId, context.clock.now())
      : null;
    const step = routeScan(barcode, parcel, view ?? null);
    switch (step.kind) {
      case 'command':
        return step.command === 'switch' ? undefined : await commanded(step.command);
      case 'badge':
        return undefined;
      case 'count':
        return await count(step.count, raw);
      case 'link':
        return await link(step.parcel, barcode);
      case 'receive':
        return await receive(barcode, raw);
      default:
        return say(step);
    }
  }

  async function receive(barcode: Barcode, raw: string): Promise<void> {
    clear();
    const matches = await findByBarcode(context.db, barcode, context.clock.now());
    const cases = matches.filter((m) => m.kind === 'case' && isOwnNumber(m.by.kind));
    const [first, other] = cases;
    if (first?.kind === 'case' && !other) return await arrive(barcode, raw, first);
    if (other) {
      setChoice({ barcode, raw, matches: cases });
      return say({ kind: 'several', count: cases.length });
    }
    const blind = matches.find((m) => m.kind === 'blindArrival');
    if (blind?.kind === 'blindArrival') return void (await again(blind.arrival.arrivalId));
    setUnexpected({ barcode, raw });
    return say({ kind: 'unexpected', label: barcode.text });
  }

  async function arrive(barcode: Barcode | null, raw: string | null, match: Match | null) {
    const row = match?.kind === 'case' ? match.row : null;
    const result = await receiveParcel(context, {
      barcode,
      raw,
      caseId: row?.caseId ?? null,
      dock: options.dock,
      note: '',
    });
    if (!result.ok) return void (await arrivedAlready(result.refusal));
    clear();
    setParcel({ arrivalId: result.value.arrivalId, caseId: result.value.caseId });
    return say(
      row
        ? { kind: 'received', name: row.rma ?? row.clientName, client: row.clientName }
        : { kind: 'keptUnexpected', label: barcode?.text ?? '' },
    );
  }

  /** The same box again: who received it, and its contents are open for counting. */
  async function arrivedAlready(refusal: ActionRefusal): Promise<unknown> {
    if (refusal.code !== 'alreadyArrived') return say({ kind: 'refused', refusal });
    return (await again(refusal.arrivalId)) ?? say({ kind: 'refused', refusal });
  }

  async function again(arrivalId: ArrivalId | string): Promise<true | null> {
    const seen = await arrivalSeen(context.db, arrivalId);
    if (!seen) return null;
    clear();
    setParcel({ arrivalId: seen.arrival.arrivalId, caseId: seen.caseId });
    say({ kind: 'again', by: seen.receivedBy, at: seen.arrival.at.utc });
    return true;
  }

  async function link(open: OpenParcel, barcode: Barcode): Promise<void> {
    const [match] = await findByBarcode(context.db, barcode, context.clock.now());
    if (match?.kind !== 'case') return say({ kind: 'unexpected', label: barcode.text });
    const { arrivalId } = open;
    const { caseId, rma, clientName } = match.row;
    const result = await linkArrival(context, { arrivalId, caseId, reason: barcode.text });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    setParcel({ arrivalId, caseId });
    return say({ kind: 'linked', name: rma ?? clientName, client: clientName });
  }

  async function count(what: CountOf, raw: string | null): Promise<void> {
    if (!parcel?.caseId) return say({ kind: 'caseFirst' });
    const result = await countUnits(context, {
      caseId: parcel.caseId,
      arrivalId: parcel.arrivalId,
      ...what,
      identity: null,
      identifiedBy: raw === null ? 'manual' : 'scan',
      raw,
    });
    return say(counted(result, what));
  }

  async function commanded(command: Parameters<DockWork['onCommand']>[0]): Promise<void> {
    switch (command) {
      case 'ok':
        setSays(null);
        if (unexpected) await arrive(unexpected.barcode, unexpected.raw, null);
        return;
      case 'undo': {
        const last = options.recent?.find((scan) => !scan.corrected);
        return last ? await takeBack(last) : say({ kind: 'nothingToUndo' });
      }
      case 'photo':
        return await shoot();
      case 'damaged':
        return await condition('deformed', 1);
      case 'missing':
      case 'done':
        if (!parcel) return say({ kind: 'parcelFirst' });
        setParcel(null);
        return say({ kind: command === 'done' ? 'finished' : 'finishedShort' });
    }
  }

  async function takeBack(scan: RecentScan): Promise<void> {
    const { fact } = scan;
    const result = await correctFact(context, { factId: fact.id, reason: 'UNDO' });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    if (fact.kind === 'arrival') setParcel(null);
    const name = fact.kind === 'arrival' ? (scan.rma ?? fact.trackingNumber) : fact.article.name;
    return say({ kind: 'undone', name: name ?? '' });
  }

  async function shoot(): Promise<void> {
    if (!parcel) return say({ kind: 'parcelFirst' });
    const picture = await options.camera.current?.shoot();
    if (!picture?.ok) return say({ kind: 'cameraNotReady' });
    const result = await takePhoto(context, {
      caseId: parcel.caseId,
      subject: { kind: 'arrival', arrivalId: parcel.arrivalId },
      shot: 'door',
      ...picture.value,
    });
    return say(result.ok ? { kind: 'photographed' } : { kind: 'refused', refusal: result.refusal });
  }

  async function condition(found: ArrivalFact['condition'], packages: number): Promise<void> {
    if (!parcel) return say({ kind: 'parcelFirst' });
    const { arrivalId, caseId } = parcel;
    const door = { carrier: null, packages, seal: null, condition: found, note: '' };
    const result = await checkDoor(context, { arrivalId, caseId, ...door });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    if (found !== 'leaking') return say({ kind: 'doorChecked', condition: found });
    if (caseId !== null) {
      const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
      const held = await holdCase(context, { caseId, ...hazard });
      if (!held.ok) return say({ kind: 'refused', refusal: held.refusal });
    }
    return say({ kind: 'hazard' });
  }

  return {
    parcel,
    says,
    unexpected,
    choice,
    onScan: (raw) => inTurn(() => scanned(raw)),
    onCommand: (command) => inTurn(() => commanded(command)),
    receiveFor: (match) =>
      inTurn(() => arrive(choice?.barcode ?? null, choice?.raw ?? null, match)),
    sayCondition: (found, packages) => inTurn(() => condition(found, packages)),
    countByHand: (what) => inTurn(() => count(what, null)),
    undo: (scan) => inTurn(() => takeBack(scan)),
    leave: () => {
      clear();
      setSays(null);
    },
  };
}

/** A parcel's own number says whose it is; what lies inside does not. */
function isOwnNumber(kind: string): boolean {
  return kind === 'sscc' || kind === 'tracking' || kind === 'rma' || kind === 'plate';
}

function counted(result: Result<UnitsCountedFact, ActionRefusal>, what: CountOf): DockSays {
  if (!result.ok) return { kind: 'refused', refusal: result.refusal };
  const { identity, article } = result.value;
  const name = article.name || what.article.gtin;
  return { kind: 'counted', name, identity, quantity: what.quantity };
}
