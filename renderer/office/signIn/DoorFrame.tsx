import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import type { OfficePreferences } from '../wording/officePreferences.ts';
import { Preferences } from '../wording/Preferences.tsx';
import styles from './DoorFrame.module.css';

const css = classesOf(styles);

/** What stands around signing in: the name, what this place is, and one thing to do. */
export function DoorFrame(props: {
  readonly title: string;
  readonly lead: string;
  readonly preferences: OfficePreferences;
  readonly onChoose: (preferences: OfficePreferences) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useOfficeWording();
  return (
    <div className={css('page')}>
      <header className={css('bar')}>
        <Wordmark />
        <span className={css('place')}>{t('office.name')}</span>
        <span className={css('space')} />
        <Preferences preferences={props.preferences} onChoose={props.onChoose} />
      </header>
      <main className={css('main')}>
        <div className={css('said')}>
          <h1 className={css('title')}>{props.title}</h1>
          <p className={css('lead')}>{props.lead}</p>
        </div>
        <div className={css('work')}>{props.children}</div>
      </main>
    </div>
  );
}
