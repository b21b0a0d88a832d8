import { type ReactNode, useEffect, useRef } from 'react';
import { z } from 'zod';
import { type Session, signInPaths } from '../../../shared/sync/signInApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Icon, type IconName } from '../../components/generic/marks/Icon.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { ask } from '../asking/ask.ts';
import { addressOf, type Place, usePlace } from '../places/place.ts';
import { RecordsScreen } from '../records/RecordsScreen.tsx';
import { SetUpScreen } from '../setUp/SetUpScreen.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { OfficePreferences } from '../wording/officePreferences.ts';
import { Preferences } from '../wording/Preferences.tsx';
import styles from './OfficeShell.module.css';

const css = classesOf(styles);

const rooms: readonly {
  readonly word: 'office.setUp' | 'office.records';
  readonly icon: IconName;
  readonly place: Place;
}[] = [
  { word: 'office.setUp', icon: 'flag', place: { at: 'setUp' } },
  { word: 'office.records', icon: 'document', place: { at: 'records', kind: null } },
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
  const isHere = (room: Place) => (room.at === 'setUp') === (place.at === 'setUp');
  const work = useRef<HTMLElement>(null);
  const title = t(place.at === 'setUp' ? 'office.setUp' : 'office.records');
  useEffect(() => {
    document.title = `${title} · Quayside`;
  }, [title]);

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
          {rooms.map((room) => (
            <a
              key={room.word}
              className={css('room')}
              href={addressOf(room.place)}
              aria-current={isHere(room.place) ? 'page' : undefined}
            >
              <Icon name={room.icon} />
              {t(room.word)}
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
        {place.at === 'setUp' ? (
          <SetUpScreen />
        ) : (
          <RecordsScreen place={place} scopes={administrator.scopes} />
        )}
      </main>
    </div>
  );
}
