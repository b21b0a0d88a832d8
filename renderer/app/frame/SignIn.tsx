import { type ReactNode, useEffect, useState } from 'react';
import type { Enrolment, SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { Popout } from '../../components/generic/surfaces/Popout.tsx';
import { useHeldDecisions } from '../../queries/station/heldDecisions.ts';
import { useRecentPeople } from '../../queries/station/recentPeople.ts';
import { useStationSummary } from '../../queries/station/stationSummary.ts';
import type { DemoCards } from '../../screens/signIn/knownPeople.ts';
import { SignInScreen } from '../../screens/signIn/SignInScreen.tsx';
import { LookChoices } from '../../screens/station/Preferences.tsx';
import { placeDrawnFor, useSession } from '../../session/session.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { Application } from '../startApplication.ts';
import { lockMinutesAt } from '../useAutoLock.ts';
import type { Link } from '../useSync.ts';
import { LinkMark } from './LinkMark.tsx';
import styles from './Shell.module.css';

const css = classesOf(styles);
const askAgainMs = 1000;

/** Puts the sign-in screen on this station: its people, its link, its demo cards. */
export function SignIn(props: {
  readonly application: Application;
  readonly enrolment: Enrolment;
  readonly site: Site | null;
  readonly link: Link;
  readonly scannedBadge: { readonly badge: string; readonly turn: number } | null;
  readonly scannedSlip: { readonly slip: string; readonly turn: number } | null;
  readonly takeAhead: Parameters<typeof SignInScreen>[0]['takeAhead'];
  readonly lockedPerson: SignedInPerson | null;
  readonly isLockedByComputer: boolean;
  readonly onSignedIn: (person: SignedInPerson) => void;
}): ReactNode {
  const { t } = useWording();
  const { desktop, state } = props.application;
  const { status } = props.link;
  const mode = useSession((session) => session.mode);
  const place = useSession(placeDrawnFor);
  const summary = useStationSummary();
  const recent = useRecentPeople();
  const held = useHeldDecisions();
  const [demoCards, setDemoCards] = useState<DemoCards>([]);

  // A fresh station has no people until its first contact, so the cards are asked for until they come.
  useEffect(() => {
    let asking = 0;
    let isWanted = state.demo;
    const ask = () =>
      void desktop.demoCards({}).then((cards) => {
        if (!isWanted) return;
        setDemoCards(cards);
        if (cards.length === 0) asking = window.setTimeout(ask, askAgainMs);
      });
    if (isWanted) ask();
    return () => {
      isWanted = false;
      window.clearTimeout(asking);
    };
  }, [desktop, state.demo]);

  return (
    <SignInScreen
      head={
        <div className={css('bar')} data-density="desk" data-place={place}>
          <Wordmark />
          <Place enrolment={props.enrolment} />
          <span className={css('space')} />
          <LinkMark status={status} summary={summary} />
          <Popout icon="globe" label={t('health.preferences')}>
            <LookChoices site={props.site} />
          </Popout>
        </div>
      }
      signIn={(badge, pin) => desktop.signIn({ badge, pin })}
      mustJoin={async (badge) => (await desktop.mustJoin({ badge })).mustJoin}
      join={(badge, slip, pin) => desktop.joinStation({ badge, slip, pin })}
      onSignedIn={props.onSignedIn}
      scannedSlip={props.scannedSlip}
      scannedBadge={props.scannedBadge}
      takeAhead={props.takeAhead}
      lockedPerson={props.lockedPerson}
      lockedAfterMinutes={props.isLockedByComputer ? null : lockMinutesAt(props.site, mode)}
      recent={recent}
      demoCards={demoCards}
      unsent={summary?.unsent ?? 0}
      held={held}
      isOffline={status.reached === false}
    />
  );
}

export function Place(props: { readonly enrolment: Enrolment }): ReactNode {
  return (
    <p className={css('place')}>
      <span className={css('station')}>{props.enrolment.stationName}</span>
      <span className={css('site')}>{props.enrolment.siteName}</span>
    </p>
  );
}
