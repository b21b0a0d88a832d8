import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ScanBand } from '../../components/ScanBand.tsx';
import { playTone } from '../../components/sound/tones.ts';
import { useRecentScans } from '../../queries/recentScans.ts';
import { useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useScans } from '../atWork/ScanFeed.tsx';
import { functionKeys, type KeyedCommand, useFunctionKeys } from '../atWork/useFunctionKeys.ts';
import type { CameraHandle } from '../camera/Camera.tsx';
import { CaseChoice } from './CaseChoice.tsx';
import styles from './DockScreen.module.css';
import { type DockSays, toneOf } from './dockSays.ts';
import { ExpectedHere } from './ExpectedHere.tsx';
import { LastScans } from './LastScans.tsx';
import { ParcelPanel } from './ParcelPanel.tsx';
import { sayDock } from './sayDock.ts';
import { useDockWork } from './useDockWork.ts';

/** How long a success colours the band; a warning stays until the next scan, an error until OK. */
const successMs = 600;
const cards = ['photo', 'damaged', 'missing', 'undo', 'done'] as const satisfies KeyedCommand[];

/** Goods come in: one screen, always armed, usable with gloves and a scanner alone. */
export function DockScreen(props: { readonly dock: string }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const camera = useRef<CameraHandle>(null);
  const recent = useRecentScans();
  const sound = useSession((session) => session.sound);
  const [shown, setShown] = useState<DockSays | null>(null);
  const showing = useRef(0);

  const onSaid = (says: DockSays) => {
    const turn = ++showing.current;
    setShown(says);
    if (sound.on) playTone(toneOf(says), sound.volume);
    if (toneOf(says) === 'success')
      setTimeout(() => {
        if (showing.current === turn) setShown(null);
      }, successMs * 4);
  };
  const work = useDockWork({ dock: props.dock, camera, recent, onSaid });
  useScans((raw) => void work.onScan(raw));
  useFunctionKeys((command) => void work.onCommand(command));
  const acknowledge = () => {
    work.leave();
    setShown(null);
  };

  return (
    <div className={styles['screen']} data-density="dock">
      <h1 className={styles['hidden']}>{t('dock.title')}</h1>
      <ScanBand
        feedback={shown && sayDock(wording, shown)}
        invitation={t(work.parcel ? 'dock.invitation.open' : 'dock.invitation')}
        onAcknowledge={acknowledge}
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
        <main className={styles['main']}>
          {work.choice ? (
            <CaseChoice matches={work.choice.matches} onChoose={(m) => void work.receiveFor(m)} />
          ) : work.parcel ? (
            <ParcelPanel
              parcel={work.parcel}
              cameraRef={camera}
              onCondition={(condition, packages) => void work.sayCondition(condition, packages)}
              onCount={(count) => void work.countByHand(count)}
            />
          ) : (
            <ExpectedHere />
          )}
        </main>
        <aside className={styles['side']}>
          <LastScans scans={recent} onUndo={(scan) => void work.undo(scan)} />
        </aside>
      </div>
      <div className={styles['cards']} role="toolbar" aria-label={t('dock.commands')}>
        {cards.map((command) => (
          <Button
            key={command}
            look={command === 'done' && work.parcel ? 'primary' : 'quiet'}
            size={command === 'done' ? 'primary' : 'normal'}
            keys={[functionKeys[command]]}
            isDisabled={!work.parcel && command !== 'undo'}
            onPress={() => void work.onCommand(command)}
          >
            {t(`dock.command.${command}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
