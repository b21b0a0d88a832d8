import { type ReactNode, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { ScanBand } from '../../components/ScanBand.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { useRecentScans } from '../../queries/recentScans.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useScans } from '../atWork/ScanFeed.tsx';
import { Scrolling } from '../atWork/Scrolling.tsx';
import { functionKeys, useFunctionKeys } from '../atWork/useFunctionKeys.ts';
import { Camera, type Shutter } from '../camera/Camera.tsx';
import { CaseChoice } from './CaseChoice.tsx';
import { CommandBar } from './CommandBar.tsx';
import styles from './DockScreen.module.css';
import { ExpectedHere } from './ExpectedHere.tsx';
import { LastScans } from './LastScans.tsx';
import { ParcelPanel } from './ParcelPanel.tsx';
import { sayDock } from './sayDock.ts';
import { useBand } from './useBand.ts';
import { useDockWork } from './useDockWork.ts';

/** Goods come in: one screen, always armed, usable with gloves and a scanner alone. */
export function DockScreen(props: {
  readonly dock: string;
  /** The case whose goods it starts with. */
  readonly opened?: string | null;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const camera = useRef<Shutter>(null);
  const recent = useRecentScans();
  const band = useBand();
  const work = useDockWork({
    dock: props.dock,
    opened: props.opened ?? null,
    camera,
    onSaid: band.say,
  });
  useScans((raw) => {
    if (!band.isBlocked(raw)) void work.onScan(raw);
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
  useFunctionKeys(command);

  return (
    <div className={styles['screen']} data-density="dock">
      <h1 className={styles['hidden']}>{t('dock.title')}</h1>
      <ScanBand
        feedback={band.shown && sayDock(wording, band.shown)}
        invitation={t(work.parcel ? 'dock.invitation.open' : 'dock.invitation')}
        onAcknowledge={acknowledge}
        acknowledgeKeys={[functionKeys.ok]}
      >
        {work.unexpected && (
          <div className={styles['answer']}>
            <Button look="quiet" onPress={acknowledge}>
              {t('dock.leave')}
            </Button>
            <Button
              look="primary"
              size="primary"
              icon="box"
              keys={[functionKeys.ok]}
              onPress={() => void work.onCommand('ok')}
            >
              {t('dock.keep')}
            </Button>
          </div>
        )}
      </ScanBand>
      <div className={styles['columns']}>
        <Scrolling as="main" className={styles['main']}>
          {work.choice ? (
            <CaseChoice matches={work.choice.matches} onChoose={(m) => void work.receiveFor(m)} />
          ) : work.parcel ? (
            <ParcelPanel
              key={work.parcel.arrivalId}
              parcel={work.parcel}
              label={labelOf(work.parcel.arrivalId, recent)}
              onCondition={(condition, packages) => void work.sayCondition(condition, packages)}
              onCount={(count) => void work.countByHand(count)}
            />
          ) : (
            <ExpectedHere />
          )}
        </Scrolling>
        <Scrolling as="aside" label={t('dock.recent.title')} className={styles['side']}>
          {work.parcel && (
            <section className={styles['look']}>
              <SectionHead title={t('dock.camera')} />
              <Camera ref={camera} label={t('dock.camera')} />
            </section>
          )}
          <LastScans
            scans={recent}
            onUndo={(scan) => void work.undo(scan)}
            onTyped={(text) => void work.onTyped(text)}
          />
        </Scrolling>
      </div>
      <CommandBar hasParcel={work.parcel !== null} onCommand={command} />
    </div>
  );
}

/** What is printed on a parcel that belongs to nobody yet. */
function labelOf(arrivalId: string, recent: ReturnType<typeof useRecentScans>): string | null {
  const scan = recent?.find((r) => r.fact.kind === 'arrival' && r.fact.arrivalId === arrivalId);
  return scan?.fact.kind === 'arrival' ? (scan.fact.trackingNumber ?? scan.fact.sscc) : null;
}
