import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { type Workplace, workplacesFor } from '../../../shared/facts/workplaces.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { placeKeys } from '../../components/generic/keys/keys.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { useStationSummary } from '../../queries/station/stationSummary.ts';
import { HeldDecisions } from '../../screens/desk/HeldDecisions.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { useShellDeps } from './places.tsx';
import styles from './Shell.module.css';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';
import { StatusBar } from './StatusBar.tsx';
import { UnreadScan } from './UnreadScan.tsx';

const css = classesOf(styles);

/** The bar above, what must be known, and the work below. */
export function Frame(props: { readonly children: ReactNode }): ReactNode {
  const { t } = useWording();
  const { state, application, link, onLeave } = useShellDeps();
  const { wasLost, photosGone } = application;
  const { person, enrolment } = useActionContext();
  const navigate = useNavigate();
  const summary = useStationSummary(enrolment.siteId);
  const [isLeaving, setLeaving] = useState(false);
  const [areShortcutsShown, showShortcuts] = useState(false);
  const work = useRef<HTMLDivElement>(null);
  const modes = workplacesFor(person.roles);
  const unsent = summary?.unsent ?? 0;

  const leave = () => {
    if (unsent > 0) setLeaving(true);
    else onLeave();
  };
  const goTo = (mode: Workplace) => () => void navigate({ to: `/${mode}` });
  useKeys({
    shortcuts: () => showShortcuts(true),
    ...Object.fromEntries(
      placeKeys.flatMap((key, at) => {
        const mode = modes[at];
        return mode ? [[key, goTo(mode)] as const] : [];
      }),
    ),
    handOver: leave,
  });
  return (
    <div className={css('shell')}>
      <StatusBar
        summary={summary}
        modes={modes}
        onLeave={leave}
        onShortcuts={() => showShortcuts(true)}
        onSkip={() => work.current?.focus()}
      />
      <div className={css('notices')}>
        {link.status.trouble?.code === 'stationTooOld' && (
          <Notice tone="error" title={t('tooOld.title')} isNew>
            {t('tooOld.body')}
          </Notice>
        )}
        {summary !== undefined && summary.unread > 0 && (
          <Notice tone="warning" title={t('unread.title')} isNew>
            {t('unread.body', { count: summary.unread })}
          </Notice>
        )}
        {state.journal.damagedLines > 0 && (
          <Notice tone="error" title={t('damaged.title')} isNew>
            {t('damaged.body')}
          </Notice>
        )}
        {wasLost && (
          <Notice tone="warning" title={t('lost.title')} isNew>
            {t(photosGone > 0 || state.journal.damagedLines > 0 ? 'lost.partly' : 'lost.body')}
            {photosGone > 0 && ` ${t('lost.photos', { count: photosGone })}`}
          </Notice>
        )}
        <UnreadScan />
        <HeldDecisions />
      </div>
      <div ref={work} id="work" className={css('work')} tabIndex={-1}>
        {props.children}
      </div>
      <ShortcutsSheet isOpen={areShortcutsShown} onClose={() => showShortcuts(false)} />
      <Sheet
        title={t('handOver.title')}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        actions={
          <>
            <Button onPress={() => setLeaving(false)}>{t('handOver.stay')}</Button>
            <Button
              look="primary"
              onPress={() => {
                setLeaving(false);
                onLeave();
              }}
            >
              {t('handOver.go')}
            </Button>
          </>
        }
      >
        <Notice tone="warning" title={t('handOver.warning', { count: unsent })}>
          {t('handOver.warning.body')}
        </Notice>
      </Sheet>
    </div>
  );
}
