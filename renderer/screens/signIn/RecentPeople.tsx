import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { KnownPerson } from './knownPeople.ts';
import styles from './SignInScreen.module.css';

const css = classesOf(styles);

/** Who was here before: a press stands for their badge, never for their PIN. */
export function RecentPeople(props: {
  readonly people: readonly KnownPerson[];
  readonly onChoose: (badge: string) => void;
}): ReactNode {
  const { t } = useWording();
  if (props.people.length === 0) return null;
  return (
    <section className={css('recent')}>
      <h2 className={css('small')}>{t('signIn.recent')}</h2>
      <ul className={css('people')}>
        {props.people.map((person) => (
          <li key={person.badge}>
            <Button isWide icon="person" onPress={() => props.onChoose(person.badge)}>
              <bdi>{person.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
