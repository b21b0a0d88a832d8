import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Workplace, workplacesFor } from '../../../shared/facts/workplaces.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { placeKeys } from '../../components/generic/keys/keys.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { casesHeldBy } from '../../queries/lists/benchList.ts';
import { useStationSummary } from '../../queries/station/stationSummary.ts';
import { HeldDecisions } from '../../screens/desk/HeldDecisions.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { Find } from './Find.tsx';
import { LeaveSheet } from './LeaveSheet.tsx';
import { useShellDeps } from './places.tsx';
import styles from './Shell.module.css';
import { ShortcutsSheet } from './ShortcutsSheet.tsx';
import { StatusBar } from './StatusBar.tsx';
import { UnreadScan } from './UnreadScan.tsx';

const css = classesOf(styles);

type Leaving = { readonly held: readonly CaseId[] };

/** The bar above, what must be known, and the work below. */
export function Frame(props: { readonly children: ReactNode }): ReactNode {
  const { t } = useWording();
  const { state, application, link, onLeave, isLeaving } = useShellDeps();
  const { wasLost, photosGone } = application;
  const { person, enrolment, db, clock } = useActionContext();
  const navigate = useNavigate();
  const summary = useStationSummary(enrolment.siteId);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [areShortcutsShown, showShortcuts] = useState(false);
  const [isFinding, find] = useState(false);
  // Whoever leaves or is locked out leaves nothing of what they looked up on the screen.
  useEffect(() => () => find(false), []);
  const work = useRef<HTMLDivElement>(null);
  const modes = workplacesFor(person.roles);
  const unsent = summary?.unsent ?? 0;

  const leave = () => {
    const held = casesHeldBy(db, person.personId, clock.now());
    if (unsent > 0 || held.length > 0) setLeaving({ held });
    else onLeave();
  };
  const goTo = (mode: Workplace) => () => void navigate({ to: `/${mode}` });
  useKeys({
    shortcuts: () => showShortcuts(true),
    find: () => find(true),
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
        isLeaving={isLeaving}
        onShortcuts={() => showShortcuts(true)}
        onFind={() => find(true)}
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
      <Find isOpen={isFinding} modes={modes} onClose={() => find(false)} />
      <ShortcutsSheet isOpen={areShortcutsShown} onClose={() => showShortcuts(false)} />
      {leaving && (
        <LeaveSheet
          unsent={unsent}
          photosWait={(summary?.photosWaiting?.count ?? 0) > 0}
          held={leaving.held}
          onStay={() => setLeaving(null)}
          onLeave={onLeave}
          isLeaving={isLeaving}
        />
      )}
    </div>
  );
}
