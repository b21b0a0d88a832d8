import { type ReactNode, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { assertNever } from '../../../shared/result.ts';
import { type Session, signInPaths } from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { Icon, type IconName } from '../../components/generic/marks/Icon.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { ask } from '../asking/ask.ts';
import { AuditScreen } from '../audit/AuditScreen.tsx';
import { ConnectionsScreen } from '../connections/ConnectionsScreen.tsx';
import { ImportsScreen } from '../imports/ImportsScreen.tsx';
import { PeopleScreen } from '../people/PeopleScreen.tsx';
import { addressOf, goTo, type Place, type Room, roomOf, usePlace } from '../places/place.ts';
import { PolicyScreen } from '../policy/PolicyScreen.tsx';
import { RecordsScreen } from '../records/RecordsScreen.tsx';
import { RefundsScreen } from '../refunds/RefundsScreen.tsx';
import { SetUpScreen } from '../setUp/SetUpScreen.tsx';
import { StationsScreen } from '../stations/StationsScreen.tsx';
import { TodayScreen } from '../today/TodayScreen.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { OfficePreferences } from '../wording/officePreferences.ts';
import { Preferences } from '../wording/Preferences.tsx';
import styles from './OfficeShell.module.css';
import { Start } from './Start.tsx';

const css = classesOf(styles);

/** In the order of the bar, each with the place it opens at. */
const rooms: readonly { readonly room: Room; readonly icon: IconName; readonly place: Place }[] = [
  { room: 'today', icon: 'clock', place: { at: 'today' } },
  { room: 'setUp', icon: 'flag', place: { at: 'setUp' } },
  { room: 'records', icon: 'document', place: { at: 'records', kind: null } },
  { room: 'imports', icon: 'here', place: { at: 'imports' } },
  { room: 'refunds', icon: 'refund', place: { at: 'refunds', filter: null, id: null } },
  { room: 'policy', icon: 'gavel', place: { at: 'policy', ref: null } },
  { room: 'people', icon: 'people', place: { at: 'people', who: null } },
  { room: 'connections', icon: 'key', place: { at: 'connections', which: null } },
  { room: 'audit', icon: 'shield', place: { at: 'audit' } },
];

/** The bar, as the station has it, and the room that is open. */
export function OfficeShell(props: {
  readonly session: Session;
  readonly preferences: OfficePreferences;
  readonly onChoose: (preferences: OfficePreferences) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const place = usePlace();
  const { administrator } = props.session;
  const work = useRef<HTMLElement>(null);
  const title = t(`office.${roomOf(place)}`);
  useEffect(() => {
    document.title = `${title} · Quayside`;
  }, [title]);

  const [wanted, want] = useState(0);
  useKeys({
    findRecord: () => {
      if (place.at !== 'records') goTo({ at: 'records', kind: null });
      want((before) => before + 1);
    },
  });

  async function signOut(): Promise<void> {
    await ask({ method: 'DELETE', path: signInPaths.session }, z.unknown());
    props.onLeave();
  }

  return (
    <div className={css('shell')}>
      <header className={css('bar')}>
        <a
          className={css('skip')}
          href={addressOf(place)}
          onClick={(event) => {
            event.preventDefault();
            work.current?.focus();
          }}
        >
          {t('skip.toContent')}
        </a>
        <Wordmark />
        <span className={css('place')}>{t('office.name')}</span>
        <nav className={css('rooms')} aria-label={t('office.rooms')}>
          {rooms.map(({ room, icon, place: opensAt }) => (
            <a
              key={room}
              className={css('room')}
              href={addressOf(opensAt)}
              aria-current={room === roomOf(place) ? 'page' : undefined}
            >
              <Icon name={icon} />
              {t(`office.${room}`)}
            </a>
          ))}
        </nav>
        <span className={css('space')} />
        <span className={css('person')}>{administrator.name}</span>
        <Button look="bare" icon="signOut" onPress={() => void signOut()}>
          {t('office.signOut')}
        </Button>
        <Preferences preferences={props.preferences} onChoose={props.onChoose} />
      </header>
      <main className={css('work')} ref={work} tabIndex={-1}>
        <OpenRoom place={place} administrator={administrator} wanted={wanted} />
      </main>
    </div>
  );
}

function OpenRoom(props: {
  readonly place: Place;
  readonly administrator: Session['administrator'];
  readonly wanted: number;
}): ReactNode {
  const { place, administrator } = props;
  const { scopes } = administrator;
  switch (place.at) {
    case 'start':
      return <Start />;
    case 'today':
      return <TodayScreen scopes={scopes} />;
    case 'audit':
      return <AuditScreen scopes={scopes} />;
    case 'setUp':
      return <SetUpScreen />;
    case 'records':
    case 'record':
    case 'newRecord':
      return <RecordsScreen place={place} scopes={scopes} wanted={props.wanted} />;
    case 'refunds':
      return <RefundsScreen place={place} scopes={scopes} />;
    case 'policy':
      return <PolicyScreen place={place} administrator={administrator} />;
    case 'imports':
      return <ImportsScreen scopes={scopes} />;
    case 'people':
    case 'newPerson':
      return <PeopleScreen place={place} scopes={scopes} />;
    case 'stations':
    case 'newStation':
      return <StationsScreen place={place} scopes={scopes} />;
    case 'connections':
    case 'newConnection':
      return <ConnectionsScreen place={place} scopes={scopes} />;
    default:
      return assertNever(place);
  }
}
