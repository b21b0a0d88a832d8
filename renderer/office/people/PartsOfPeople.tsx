import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { addressOf } from '../places/place.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './PeopleScreen.module.css';

const css = classesOf(styles);

const places = {
  people: addressOf({ at: 'people', who: null }),
  stations: addressOf({ at: 'stations', which: null }),
} as const;

/** People and the stations they work at: one room, two lists. */
export function PartsOfPeople(props: {
  readonly open: keyof typeof places;
  readonly count: string | null;
}): ReactNode {
  const { t } = useOfficeWording();
  return (
    <nav className={css('parts')} aria-label={t('people.parts')}>
      {(['people', 'stations'] as const).map((part) =>
        part === props.open ? (
          <h1 key={part} className={css('part', 'here')} aria-current="page">
            {t(`people.part.${part}`)} {props.count !== null && <Count count={props.count} />}
          </h1>
        ) : (
          <a key={part} className={css('part')} href={places[part]}>
            {t(`people.part.${part}`)}
          </a>
        ),
      )}
    </nav>
  );
}

function Count(props: { readonly count: string }): ReactNode {
  return <span className={css('count')}>{props.count}</span>;
}
