import {
  Activity,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import { rmaReaderOf } from '../../../shared/barcodes/rma/rmaForm.ts';
import { readScan, type Scan } from '../../../shared/barcodes/scan.ts';
import type { Enrolment, SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import { firstWorkplaceFor } from '../../../shared/facts/workplaces.ts';
import { createDecisionInHand } from '../../actions/decisionInHand.ts';
import { afterPaint } from '../../components/generic/afterPaint.ts';
import { isCardInTheWay, isSheetOpen } from '../../components/generic/surfaces/openSheets.ts';
import { playTone, prepareTones } from '../../components/sound/tones.ts';
import { newId } from '../../recording/actionContext.ts';
import { RevokedScreen } from '../../screens/station/RevokedScreen.tsx';
import { signIn, useSession, workAt } from '../../session/session.ts';
import { tellLoss } from '../../station/startStation.ts';
import { recallCase } from '../../sync/pull/recallCase.ts';
import { centralClient } from '../../sync/transport/centralClient.ts';
import { fetchFromCentral } from '../../sync/transport/fetchFromCentral.ts';
import { AtWork } from '../../workflow/AtWork.tsx';
import { createScanSource, ScanFeed, type Unheard } from '../../workflow/ScanFeed.tsx';
import { useReadable } from '../../workflow/useReadable.ts';
import { finishBeforeClosing, finishingWork } from '../finishBeforeClosing.ts';
import { Shell } from '../frame/Shell.tsx';
import { SignIn } from '../frame/SignIn.tsx';
import { UnheardScan } from '../frame/UnheardScan.tsx';
import type { Application } from '../startApplication.ts';
import { type LockedBy, lockMinutesAt, useAutoLock } from '../useAutoLock.ts';
import { useStationState } from '../useStationState.ts';
import { useSync } from '../useSync.ts';
import { keysAhead } from './typedAhead.ts';

/**
 * An enrolled station: synchronising, with somebody at work or waiting for a badge. Whoever is
 * locked out keeps their place; somebody else starts at their own.
 */
export function WorkPlace(props: {
  readonly application: Application;
  readonly enrolment: Enrolment;
  readonly site: Site | null;
  /** What is asked of a station that was just enrolled, before anybody signs in; null: nothing. */
  readonly lastStep: ReactNode;
}): ReactNode {
  const { application, enrolment, site } = props;
  const { db, desktop, clock, scanner } = application;
  const link = useSync(application);
  const state = useStationState(application);
  const { person, mode, sound, isParcelOpen } = useSession();
  const [unheard, setUnheard] = useState<Unheard | null>(null);
  const [worker, setWorker] = useState<SignedInPerson | null>(person);
  const [wasLocked, setLocked] = useState(false);
  const [lockedBy, setLockedBy] = useState<LockedBy>('idle');
  const [scannedSlip, setScannedSlip] = useState<{ slip: string; turn: number } | null>(null);
  const [scannedBadge, setScannedBadge] = useState<{ badge: string; turn: number } | null>(null);
  const feed = useMemo(() => createScanSource<Scan>(), []);
  const rma = useMemo(() => rmaReaderOf(site?.rma), [site]);
  const [hand] = useState(createDecisionInHand);
  const finish = useMemo(() => finishingWork(db, hand), [db, hand]);
  useEffect(() => finishBeforeClosing(window, finish), [finish]);
  const isLeaving = useReadable(false);
  const [ahead] = useState(() => keysAhead(window));
  // Before the effects in which everything else begins to listen.
  useLayoutEffect(() => ahead.arm(), [ahead]);

  async function leave(how: 'signOut' | 'handOver' | 'lock', badge: string | null = null) {
    if (isLeaving.now()) return;
    isLeaving.put(true);
    // Whoever types the PIN at once is ahead of the screen that asks for it.
    if (badge !== null && !props.lastStep) ahead.hold();
    // A field that saves itself when it is left is left now; a PIN's keeps the keys.
    if (person && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    try {
      // Their key signs until here.
      await finish.finish();
      await desktop.signOut({});
    } catch (cause) {
      ahead.drop();
      throw cause;
    } finally {
      isLeaving.put(false);
    }
    setLocked(how === 'lock');
    setScannedBadge((before) => (badge === null ? null : { badge, turn: (before?.turn ?? 0) + 1 }));
    if (how === 'signOut') setWorker(null);
    signIn(null);
  }

  function welcome(arrived: SignedInPerson) {
    if (arrived.personId !== worker?.personId) {
      workAt(firstWorkplaceFor(arrived.roles));
      window.location.hash = `/${firstWorkplaceFor(arrived.roles)}`;
    }
    setWorker(arrived);
    signIn(arrived);
    link.wake();
    if (application.wasLost) void tellLoss(db);
  }

  const sawWork = useAutoLock(
    desktop,
    person && {
      minutes: lockMinutesAt(site, mode),
      isWorkOpen: isParcelOpen && mode === 'dock',
    },
    (by) => {
      // Said of whoever has just left, before this page was drawn without them.
      if (useSession.getState().person === null) return;
      setLockedBy(by);
      void leave(by === 'gone' ? 'signOut' : 'lock');
    },
  );

  useEffect(() => (sound.on ? afterPaint(() => void prepareTones()) : undefined), [sound.on]);
  const refuse = (why: Unheard) => {
    setUnheard(why);
    if (sound.on) playTone('error', sound.volume);
  };
  const latestRefuse = useRef(refuse);
  useEffect(() => {
    latestRefuse.current = refuse;
  });
  useEffect(() => feed.onTurnedAway((why) => latestRefuse.current(why)), [feed]);

  const take = (raw: string, at?: number) => {
    sawWork();
    link.wake();
    ahead.anew();
    // The only time it is read; from here on it is handed on as what it is.
    const scan = readScan(raw, new Date(clock.now()).getFullYear(), false, rma);
    const barcode = scan.reading.ok ? scan.reading.value : null;
    const card = barcode?.kind === 'command' ? barcode.command : null;
    setUnheard(null);
    if (barcode?.kind === 'badge') {
      const isAskedFor = person !== null && feed.deliverBadge(barcode.personBadge);
      if (!isAskedFor && barcode.personBadge !== person?.badge)
        void leave('handOver', barcode.personBadge);
    } else if (barcode?.kind === 'slip' && !person) {
      const { slip } = barcode;
      setScannedSlip((before) => ({ slip, turn: (before?.turn ?? 0) + 1 }));
    } else if (card === 'switch' && person) {
      void leave('handOver');
    } else if (card !== 'ok' || !unheard) {
      // OK is the card that acknowledges.
      const why = notHeardBecause(scan, card, at);
      if (why !== null) refuse(why);
    }
  };

  /** Hands a scan to whoever works here; null when it was taken. A sheet says which cards answer it; goods do not. */
  function notHeardBecause(scan: Scan, card: CardCommand | null, at?: number): Unheard | null {
    if (!person || isLeaving.now()) return 'nobody';
    const isInTheWay =
      card === null ? isSheetOpen(document) : isCardInTheWay(document, card, 'card');
    if (isInTheWay) return 'sheet';
    return feed.deliver(scan, at) ? null : 'page';
  }
  const latestTake = useRef(take);
  useEffect(() => {
    latestTake.current = take;
  });
  useEffect(() => scanner.listen((raw, at) => latestTake.current(raw, at)), [scanner]);

  const context = useMemo(
    () => (worker ? { db, desktop, clock, person: worker, enrolment, newId } : null),
    [db, desktop, clock, worker, enrolment],
  );
  const recall = useMemo(() => {
    const central = centralClient(fetchFromCentral);
    return async (name: string) => await recallCase({ db, central, now: clock.now }, name);
  }, [db, clock]);
  if (state.leaving) return <RevokedScreen desktop={desktop} leaving={state.leaving} />;
  return (
    <>
      {context && (
        <Activity mode={person ? 'visible' : 'hidden'}>
          <AtWork
            key={context.person.personId}
            context={context}
            recall={recall}
            decisionInHand={hand}
          >
            <ScanFeed source={feed}>
              <Shell
                application={application}
                state={state}
                site={site}
                link={link}
                onLeave={() => void leave('signOut')}
                isLeaving={isLeaving.shown}
              />
            </ScanFeed>
          </AtWork>
        </Activity>
      )}
      {unheard && <UnheardScan why={unheard} onSeen={() => setUnheard(null)} />}
      {!person && props.lastStep}
      {!person && !props.lastStep && (
        <SignIn
          application={application}
          enrolment={enrolment}
          site={site}
          link={link}
          scannedBadge={scannedBadge}
          scannedSlip={scannedSlip}
          takeAhead={ahead.take}
          lockedPerson={wasLocked ? worker : null}
          isLockedByComputer={lockedBy === 'computer'}
          onSignedIn={welcome}
        />
      )}
    </>
  );
}
