import { useEffect, useRef } from 'react';
import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import type { RmaReader } from '../../../shared/barcodes/rma/rmaForm.ts';
import { barcodeOf, readScan, type Scan } from '../../../shared/barcodes/scan.ts';
import { CaseId, type ClientId } from '../../../shared/ids.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { ComingIn } from '../../queries/lists/comingIn.ts';
import type { Match } from '../../queries/lists/findByBarcode.ts';
import { arrivalOfCase } from '../../queries/oneCase/arrivalSeen.ts';
import type { RecentScan } from '../../queries/station/recentScans.ts';
import { useActionContext, useFind } from '../../workflow/AtWork.tsx';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import {
  isOnPapers,
  routeScan,
  routeUnsought,
  type ScanStep,
  type WhatLiesOpen,
} from '../../workflow/routeScan.ts';
import { useTurnAway } from '../../workflow/ScanFeed.tsx';
import type { KeyedCommand } from '../../workflow/useCommandKeys.ts';
import { useInTurn } from '../../workflow/useInTurn.ts';
import { useReadable } from '../../workflow/useReadable.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { amend, count } from '../parcel/counting.ts';
import type { DockSays } from '../parcel/dockSays.ts';
import {
  type Asked,
  type DockTable,
  labelOf,
  recordedFor,
  type SharedLabel,
  viewOf,
} from '../parcel/dockTable.ts';
import { type Door, photograph, sayDamaged, sayDoor } from '../parcel/door.ts';
import {
  answeredBy,
  answerQuantity,
  askArticle,
  askQuantity,
  countAsked,
} from '../parcel/goods.ts';
import { takeBack, undoLast } from '../parcel/undoing.ts';
import { done, sayMissing } from './finishing.ts';
import { linkAsked, linkBy, linkTo, openFor } from './linking.ts';
import { arrive, askToKeep, openAgain, receive, receiveFor } from './receiving.ts';

export type DockWork = {
  readonly parcel: OpenParcel | null;
  readonly asked: Asked | null;
  readonly onScan: (scan: Scan) => Promise<void>;
  /** A number typed by hand, where no scanner can read the label. */
  readonly onTyped: (text: string) => Promise<void>;
  readonly onCommand: (command: KeyedCommand) => Promise<void>;
  readonly choose: (coming: ComingIn) => Promise<void>;
  readonly open: (arrivalId: string) => Promise<void>;
  readonly sayQuantity: (quantity: number) => Promise<void>;
  readonly linkTo: (row: CaseRow) => Promise<void>;
  readonly openFor: (clientId: ClientId | null) => Promise<void>;
  readonly sayDoor: (news: Partial<Door>) => Promise<void>;
  /** How many packages the field shows; saved once, when it is left or something else is done. */
  readonly draftPackages: (packages: number) => void;
  readonly packages: number | null;
  readonly saveDraft: () => Promise<void>;
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
  readonly zone: string;
  /** How the site writes its returns' numbers. */
  readonly rma: RmaReader;
  readonly opened: string | null;
  readonly camera: React.RefObject<Shutter | null>;
  readonly onSaid: (says: DockSays) => void;
}): DockWork {
  const context = useActionContext();
  const { find, findBack } = useFind();
  const turnAway = useTurnAway();
  // A scan may come before the one before it is drawn: it must see what that one has done.
  const parcel = useReadable<OpenParcel | null>(null);
  const asked = useReadable<Asked | null>(null);
  const shared = useReadable<SharedLabel | null>(null);
  const packages = useReadable<{ readonly of: OpenParcel; readonly count: number } | null>(null);
  useGoodsOf(options.opened, parcel.put);
  // An answer that comes after the person has left records nothing in their name.
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  const { dock, zone, onSaid: say } = options;
  const table: DockTable = { context, dock, zone, parcel, asked, shared, say };
  const queue = useInTurn((detail) => say({ kind: 'trouble', detail }));
  const inTurn = (work: () => Promise<unknown>) =>
    queue(async () => {
      await savePackages();
      await work();
    });

  async function savePackages(): Promise<void> {
    const draft = packages.now();
    if (!draft) return;
    const said = await sayDoor(table, draft.of, { packages: draft.count });
    // In the journal it is kept, though the disk was not quick enough; else the field keeps it.
    const isKept = said.ok || (said.refusal.code === 'notStored' && said.refusal.journalled);
    if (isKept && packages.now() === draft) packages.put(null);
  }

  async function scanned(scan: Scan): Promise<void> {
    const barcode = barcodeOf(scan);
    if (barcode.kind === 'findingCard') return turnAway('card');
    if (barcode.kind === 'command') return await commanded(barcode.command);
    const question = asked.now();
    if (question?.kind === 'quantity' && (await answeredBy(table, question, barcode))) return;
    const around = await whatLiesOpen();
    // Which of several cases is meant, its name alone can say.
    const known = question?.kind === 'choice' ? null : routeUnsought(scan, around);
    if (known) return await answered(scan, known, []);
    const matches = await find(scan);
    await routed(scan, matches, around);
    if (matches.length === 0) askCentral(scan);
  }

  async function whatLiesOpen(): Promise<WhatLiesOpen> {
    const open = parcel.now();
    const view = open && (await viewOf(table, open));
    const { stationId } = context.enrolment;
    const isPaperless = open !== null && recordedFor(open, view) === null;
    return { parcel: open, expected: view, stationId, isPaperless };
  }

  /** Parsed and looked up: what it means here. */
  async function routed(
    scan: Scan,
    matches: readonly Match[],
    around: WhatLiesOpen,
  ): Promise<void> {
    const question = asked.now();
    if (question?.kind === 'choice') {
      const ids = matches.flatMap((m) => (m.kind === 'case' ? [m.row.caseId] : []));
      const named = question.coming.filter((one) => ids.includes(one.row.caseId));
      const [only, other] = named;
      if (only && !other) return await receiveFor(table, question.label, only);
    }
    await answered(scan, routeScan(scan, { ...around, matches }), matches);
  }

  async function answered(scan: Scan, step: ScanStep, matches: readonly Match[]): Promise<void> {
    const label = labelOf(scan);
    const { barcode, raw } = label;
    asked.put(null);
    switch (step.kind) {
      case 'command':
      case 'findingCard':
      case 'badge':
        return undefined;
      case 'count':
        return await count(table, step.count, raw);
      case 'amend':
        return await amend(table, step, raw);
      case 'askArticle':
        return askArticle(table, step.count, label);
      case 'askQuantity':
        return askQuantity(table, step, raw);
      case 'link':
        return await linkBy(table, step.parcel, barcode, matches);
      case 'receive': {
        const isPapers = barcode.kind === 'rma' || isOnPapers(matches);
        return await receive(table, { ...label, isPapers }, matches);
      }
      default:
        return say(step);
    }
  }

  /** A case that left this station may have this name: central is asked while the question stands. */
  function askCentral(scan: Scan): void {
    const question = asked.now();
    if (question?.kind !== 'unexpected') return;
    void findBack(scan).then(
      (matches) => {
        if (matches.length === 0 || isLeft.current) return;
        void inTurn(async () =>
          asked.now() === question ? await routed(scan, matches, await whatLiesOpen()) : undefined,
        );
      },
      () => undefined,
    );
  }

  async function commanded(command: CardCommand): Promise<void> {
    if (command !== 'ok' && command !== 'undo' && command !== 'done') asked.put(null);
    switch (command) {
      case 'ok':
        return await confirm();
      case 'undo':
        return await undoLast(table);
      case 'photo':
        return await photograph(table, options.camera);
      case 'damaged':
      case 'hazard': {
        const open = parcel.now();
        if (!open) return say({ kind: 'parcelFirst' });
        return command === 'hazard'
          ? void (await sayDoor(table, open, { condition: 'leaking' }))
          : await sayDamaged(table, open);
      }
      case 'missing':
        return await sayMissing(table);
      case 'done':
        return await done(table);
      case 'switch':
        return undefined;
    }
  }

  /** OK: yes to what was asked. With nothing asked it begins what has no label of its own. */
  async function confirm(): Promise<void> {
    const question = asked.now();
    const open = parcel.now();
    if (question?.kind === 'unexpected') return await arrive(table, question.label, null);
    const only = question?.kind === 'choice' && question.coming.length === 1;
    if (only && question.coming[0])
      return await receiveFor(table, question.label, question.coming[0]);
    if (question?.kind === 'another') return await arrive(table, question.label, question.coming);
    if (question?.kind === 'article') return await countAsked(table, question);
    if (question?.kind === 'link' && open) return await linkAsked(table, open, question);
    if (question?.kind === 'openCase' && open) return await openFor(table, open, null);
    if (question) return undefined;
    if (!open) return askToKeep(table, { barcode: null, raw: null, forms: [] });
    if (open.caseId !== null) return undefined;
    asked.put({ kind: 'openCase' });
    return say({ kind: 'askOpen' });
  }

  const withOpen = (work: (open: OpenParcel) => Promise<void>) =>
    inTurn(async () => {
      const open = parcel.now();
      if (open) await work(open);
    });
  return {
    parcel: parcel.shown,
    asked: asked.shown,
    packages: packages.shown?.count ?? null,
    onScan: (scan) => inTurn(() => scanned(scan)),
    onTyped: (text) =>
      inTurn(() =>
        scanned(readScan(text, new Date(context.clock.now()).getFullYear(), true, options.rma)),
      ),
    onCommand: (command) => inTurn(() => commanded(command)),
    choose: (coming) =>
      inTurn(async () => {
        const question = asked.now();
        if (question?.kind === 'choice') await receiveFor(table, question.label, coming);
      }),
    open: (arrivalId) => inTurn(() => openAgain(table, arrivalId)),
    sayQuantity: (quantity) => inTurn(() => answerQuantity(table, quantity)),
    linkTo: (row) => withOpen((open) => linkTo(table, open, row, '')),
    openFor: (clientId) => withOpen((open) => openFor(table, open, clientId)),
    sayDoor: (news) => withOpen(async (open) => void (await sayDoor(table, open, news))),
    draftPackages(packagesNow) {
      const open = parcel.now();
      if (open) packages.put({ of: open, count: packagesNow });
    },
    saveDraft: () => inTurn(async () => undefined),
    countByHand: (what) => inTurn(() => count(table, what, null)),
    undo: (scan) => inTurn(() => takeBack(table, [scan.fact])),
    leave: () => asked.put(null),
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
