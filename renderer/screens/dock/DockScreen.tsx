import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { rmaReaderOf } from '../../../shared/barcodes/rma/rmaForm.ts';
import { useBehindPaint } from '../../components/generic/afterPaint.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { ScanBand } from '../../components/returns/ScanBand.tsx';
import { type RecentScan, useRecentScans } from '../../queries/station/recentScans.ts';
import { useSite } from '../../queries/station/site.ts';
import { parcelOpen } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { HowMany } from '../../workflow/HowMany.tsx';
import { useScans } from '../../workflow/ScanFeed.tsx';
import { Scrolling } from '../../workflow/Scrolling.tsx';
import { timeScan } from '../../workflow/timeScan.ts';
import { useCommandKeys } from '../../workflow/useCommandKeys.ts';
import { useStable } from '../../workflow/useStable.ts';
import { BlindList } from '../blind/BlindList.tsx';
import { Camera, type Shutter } from '../camera/Camera.tsx';
import { DockQuestion } from '../enrolment/DockQuestion.tsx';
import type { Asked } from '../parcel/dockTable.ts';
import { sayDock } from '../parcel/sayDock.ts';
import { CaseChoice } from './CaseChoice.tsx';
import { CommandBar } from './CommandBar.tsx';
import styles from './DockScreen.module.css';
import { ExpectedHere } from './ExpectedHere.tsx';
import { LastScans } from './LastScans.tsx';
import { ParcelPanel } from './ParcelPanel.tsx';
import { useBand } from './useBand.ts';
import { type DockWork, useDockWork } from './useDockWork.ts';

/** Goods come in: one screen, always armed, usable with gloves and a scanner alone. */
export function DockScreen(props: {
  readonly dock: string;
  /** To choose from, while nobody has said where this station stands. */
  readonly docks?: readonly string[];
  /** The case whose goods it starts with. */
  readonly opened?: string | null;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { enrolment } = useActionContext();
  const site = useSite(enrolment.siteId);
  const rma = useMemo(() => rmaReaderOf(site?.rma), [site]);
  const camera = useRef<Shutter>(null);
  const recent = useRecentScans();
  const band = useBand();
  const work = useDockWork({
    dock: props.dock,
    zone: site?.timeZone ?? 'UTC',
    rma,
    opened: props.opened ?? null,
    camera,
    onSaid: band.say,
  });
  // The band answers first: what is drawn of a parcel, its camera too, comes with the next picture.
  const parcel = useBehindPaint(work.parcel);
  const isParcelOpen = work.parcel !== null;
  useEffect(() => {
    parcelOpen(isParcelOpen);
    return () => parcelOpen(false);
  }, [isParcelOpen]);
  useScans((scan, at) => {
    if (!band.isBlocked(scan)) timeScan(work.onScan(scan), at);
  });
  const command = (given: Parameters<typeof work.onCommand>[0]) => {
    if (band.isStanding()) {
      if (given === 'ok') acknowledge();
      else band.insist();
    } else void work.onCommand(given);
  };
  const acknowledge = () => {
    band.clear();
    work.leave();
  };
  useCommandKeys(command);
  const onCommand = useStable(command);
  const onUndo = useStable((scan: RecentScan) => void work.undo(scan));
  const onTyped = useStable((text: string) => void work.onTyped(text));
  const onOpen = useStable((arrivalId: string) => void work.open(arrivalId));

  return (
    <div className={styles['screen']} data-density="dock">
      <ScanBand
        feedback={band.shown && sayDock(wording, band.shown)}
        invitation={t(invitationOf(work.parcel))}
        onAcknowledge={acknowledge}
        acknowledgeKeys={keyNames('ok')}
      >
        {work.asked && <Answers asked={work.asked} work={work} />}
      </ScanBand>
      <div className={styles['columns']}>
        <Scrolling as="main" className={styles['main']}>
          <h1 className={styles['hidden']}>{t('dock.title')}</h1>
          {work.asked?.kind === 'choice' ? (
            <CaseChoice
              coming={work.asked.coming}
              onChoose={(coming) => void work.choose(coming)}
            />
          ) : parcel ? (
            <ParcelPanel
              key={parcel.arrivalId}
              parcel={parcel}
              packages={work.packages}
              onPackages={work.draftPackages}
              onLeftPackages={() => void work.saveDraft()}
              onDoor={(news) => void work.sayDoor(news)}
              onCount={(count) => void work.countByHand(count)}
              onLink={(row) => void work.linkTo(row)}
              onOpenCase={(clientId) => void work.openFor(clientId)}
            />
          ) : (
            <>
              {props.docks && props.docks.length > 0 && <DockQuestion docks={props.docks} />}
              <BlindList onOpen={onOpen} />
              <ExpectedHere />
            </>
          )}
        </Scrolling>
        <Scrolling as="aside" label={t('dock.recent.title')} className={styles['side']}>
          {parcel && (
            <section className={styles['look']}>
              <SectionHead title={t('dock.camera')} />
              <Camera ref={camera} label={t('dock.camera')} />
            </section>
          )}
          <LastScans scans={recent} onUndo={onUndo} onTyped={onTyped} />
        </Scrolling>
      </div>
      <CommandBar hasParcel={work.parcel !== null} onCommand={onCommand} />
    </div>
  );
}

function invitationOf(parcel: DockWork['parcel']) {
  if (!parcel) return 'dock.invitation';
  return parcel.caseId === null ? 'dock.invitation.blind' : 'dock.invitation.open';
}

/** The answers a question at the dock has, each with its card and key. */
function Answers(props: { readonly asked: Asked; readonly work: DockWork }): ReactNode {
  const { t } = useWording();
  const { asked, work } = props;
  if (asked.kind === 'choice') return null;
  if (asked.kind === 'quantity')
    return (
      <HowMany
        name={asked.count.article.name}
        unit={asked.unit}
        onClose={work.leave}
        onSay={(quantity) => void work.sayQuantity(quantity)}
      />
    );
  const yes = asked.kind === 'short' ? 'done' : 'ok';
  return (
    <div className={styles['answer']}>
      <Button look="quiet" keys={keyNames('undo')} onPress={() => void work.onCommand('undo')}>
        {t('dock.leave')}
      </Button>
      <Button
        look="primary"
        size="primary"
        icon={asked.kind === 'short' ? 'check' : 'box'}
        keys={keyNames(yes)}
        onPress={() => void work.onCommand(yes)}
      >
        {t(`dock.yes.${asked.kind}`)}
      </Button>
    </div>
  );
}
