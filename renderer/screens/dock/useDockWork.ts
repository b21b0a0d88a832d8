import { useEffect, useRef } from 'react';
import { type ArrivalId, CaseId } from '../../../shared/ids.ts';
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
import { underWay } from '../../actions/underWay.ts';
import { arrivalOfCase, arrivalSeen } from '../../queries/arrivalSeen.ts';
import { articleByGtin } from '../../queries/articleByGtin.ts';
import type { CaseView } from '../../queries/caseView.ts';
import type { Match } from '../../queries/findByBarcode.ts';
import { caseView } from '../../queries/oneCase.ts';
import { type RecentScan, recentScans } from '../../queries/recentScans.ts';
import { useActionContext, useFind } from '../atWork/AtWork.tsx';
import { type CountOf, type OpenParcel, routeScan } from '../atWork/routeScan.ts';
import { useReadable } from '../atWork/useReadable.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { contentsRows } from './contentsRows.ts';
import type { DockSays } from './dockSays.ts';

type Unexpected = { readonly barcode: Barcode; readonly raw: string | null };
type Choice = Unexpected & { readonly matches: readonly Match[] };

export type DockWork = {
  readonly parcel: OpenParcel | null;
  /** A label nobody announced, until kept or left. */
  readonly unexpected: Unexpected | null;
  /** A label several cases answer to. */
  readonly choice: Choice | null;
  readonly onScan: (raw: string) => Promise<void>;
  /** A number typed by hand, where no scanner can read the label. */
  readonly onTyped: (text: string) => Promise<void>;
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
  readonly opened: string | null;
  readonly camera: React.RefObject<Shutter | null>;
  readonly onSaid: (says: DockSays) => void;
}): DockWork {
  const context = useActionContext();
  const find = useFind();
  // A scan may come before the one before it is drawn: it must see what that one has done.
  const parcel = useReadable<OpenParcel | null>(null);
  const unexpected = useReadable<Unexpected | null>(null);
  const choice = useReadable<Choice | null>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());
  useGoodsOf(options.opened, parcel.put);

  const say = options.onSaid;
  const clear = () => {
    unexpected.put(null);
    choice.put(null);
  };
  /** One after another: the next scan must see what the last one saved. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn.current = turn.current.then(work).catch((cause: unknown) => {
      say({ kind: 'trouble', detail: cause instanceof Error ? cause.message : String(cause) });
    });
    return underWay(context.db, turn.current);
  };

  async function scanned(text: string, isTyped: boolean): Promise<void> {
    const raw = isTyped ? null : text;
    const read = readBarcode(text, new Date(context.clock.now()).getFullYear());
    if (!read.ok) return say({ kind: 'unreadable', refusal: read.refusal });
    const barcode = read.value;
    if (barcode.kind !== 'command') clear();
    const open = parcel.now();
    const view = open?.caseId ? await caseView(context.db, open.caseId, context.clock.now()) : null;
    const step = routeScan(barcode, open, view);
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

  async function receive(barcode: Barcode, raw: string | null): Promise<void> {
    const matches = await find(barcode);
    const cases = matches.filter((m) => m.kind === 'case' && isOwnNumber(m.by.kind));
    const [first, other] = cases;
    if (first?.kind === 'case' && !other) return await arrive(barcode, raw, first);
    if (other) {
      choice.put({ barcode, raw, matches: cases });
      return say({ kind: 'several', count: cases.length });
    }
    const blind = matches.find((m) => m.kind === 'blindArrival');
    if (blind?.kind === 'blindArrival') return void (await again(blind.arrival.arrivalId));
    unexpected.put({ barcode, raw });
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
    parcel.put({ arrivalId: result.value.arrivalId, caseId: result.value.caseId });
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
    parcel.put({ arrivalId: seen.arrival.arrivalId, caseId: seen.caseId });
    say({ kind: 'again', by: seen.receivedBy, at: seen.arrival.at.utc });
    return true;
  }

  async function link(open: OpenParcel, barcode: Barcode): Promise<void> {
    const [match] = await find(barcode);
    if (match?.kind !== 'case') return say({ kind: 'unexpected', label: barcode.text });
    const { arrivalId } = open;
    const { caseId, rma, clientName } = match.row;
    const result = await linkArrival(context, { arrivalId, caseId, reason: barcode.text });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    parcel.put({ arrivalId, caseId });
    return say({ kind: 'linked', name: rma ?? clientName, client: clientName });
  }

  async function count(what: CountOf, raw: string | null): Promise<void> {
    const open = parcel.now();
    if (!open?.caseId) return say({ kind: 'caseFirst' });
    const known =
      what.article.name === '' ? await articleByGtin(context.db, what.article.gtin) : null;
    const result = await countUnits(context, {
      caseId: open.caseId,
      arrivalId: open.arrivalId,
      ...what,
      article: { ...what.article, ...known },
      identity: null,
      identifiedBy: raw === null ? 'manual' : 'scan',
      raw,
    });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    const view = await caseView(context.db, open.caseId, context.clock.now());
    return say(countedSays(result.value, view));
  }

  async function commanded(command: Parameters<DockWork['onCommand']>[0]): Promise<void> {
    switch (command) {
      case 'ok': {
        const kept = unexpected.now();
        if (kept) await arrive(kept.barcode, kept.raw, null);
        return;
      }
      case 'undo': {
        const last = (await recentScans(context.db, 5)).find(
          (scan) => !scan.corrected && scan.fact.personId === context.person.personId,
        );
        return last ? await takeBack(last) : say({ kind: 'nothingToUndo' });
      }
      case 'photo':
        return await shoot();
      case 'damaged':
        return await condition('deformed', 1);
      case 'missing':
      case 'done':
        if (!parcel.now()) return say({ kind: 'parcelFirst' });
        parcel.put(null);
        return say({ kind: command === 'done' ? 'finished' : 'finishedShort' });
    }
  }

  async function takeBack(scan: RecentScan): Promise<void> {
    const { fact } = scan;
    const result = await correctFact(context, { factId: fact.id, reason: 'UNDO' });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
    if (fact.kind === 'arrival') parcel.put(null);
    const name = fact.kind === 'arrival' ? (scan.rma ?? fact.trackingNumber) : fact.article.name;
    return say({ kind: 'undone', name: name ?? '' });
  }

  async function shoot(): Promise<void> {
    const open = parcel.now();
    if (!open) return say({ kind: 'parcelFirst' });
    const picture = await options.camera.current?.shoot();
    if (!picture?.ok) return say({ kind: 'cameraNotReady' });
    const result = await takePhoto(context, {
      caseId: open.caseId,
      subject: { kind: 'arrival', arrivalId: open.arrivalId },
      shot: 'door',
      ...picture.value,
    });
    return say(result.ok ? { kind: 'photographed' } : { kind: 'refused', refusal: result.refusal });
  }

  async function condition(found: ArrivalFact['condition'], packages: number): Promise<void> {
    const open = parcel.now();
    if (!open) return say({ kind: 'parcelFirst' });
    const { arrivalId, caseId } = open;
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
    parcel: parcel.shown,
    unexpected: unexpected.shown,
    choice: choice.shown,
    onScan: (raw) => inTurn(() => scanned(raw, false)),
    onTyped: (text) => inTurn(() => scanned(text, true)),
    onCommand: (command) => inTurn(() => commanded(command)),
    receiveFor: (match) =>
      inTurn(() => {
        const asked = choice.now();
        return arrive(asked?.barcode ?? null, asked?.raw ?? null, match);
      }),
    sayCondition: (found, packages) => inTurn(() => condition(found, packages)),
    countByHand: (what) => inTurn(() => count(what, null)),
    undo: (scan) => inTurn(() => takeBack(scan)),
    leave: clear,
  };
}

/** A case that was asked for by name lies open with its goods, where they are here. */
function useGoodsOf(opened: string | null, put: (parcel: OpenParcel) => void): void {
  const { db } = useActionContext();
  const latestPut = useRef(put);
  useEffect(() => {
    latestPut.current = put;
  });
  useEffect(() => {
    if (opened === null) return;
    void arrivalOfCase(db, opened).then((arrivalId) => {
      if (arrivalId) latestPut.current({ arrivalId, caseId: CaseId.parse(opened) });
    });
  }, [db, opened]);
}

/** A parcel's own number says whose it is; what lies inside does not. */
function isOwnNumber(kind: string): boolean {
  return kind === 'sscc' || kind === 'tracking' || kind === 'rma' || kind === 'plate';
}

function countedSays(fact: UnitsCountedFact, view: CaseView | null): DockSays {
  const { identity, article } = fact;
  const row = view
    ? contentsRows(view).find((r) =>
        identity === 'match' ? r.key === fact.returnLineId : r.key === fact.unitGroupId,
      )
    : undefined;
  return {
    kind: 'counted',
    name: article.name || (article.gtin ?? ''),
    identity,
    counted: row?.counted ?? fact.quantity,
    announced: row?.announced ?? null,
  };
}
