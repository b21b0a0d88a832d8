import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import { DockQuestion } from './DockQuestion.tsx';
import styles from './EnrolmentScreen.module.css';

const css = classesOf(styles);
const stepNumber = 4;

/** The last step of enrolling: the docks of the site come with its papers, a moment after the code. */
export function DockStep(props: {
  /** null: the site's papers are not here yet. */
  readonly docks: readonly string[] | null;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useWording();
  return (
    <div className={css('page')} data-density="desk">
      <header className={css('head')}>
        <Wordmark size="page" />
        <p className={css('lead')}>{t('enrol.lead')}</p>
      </header>
      <main className={css('steps')} tabIndex={-1}>
        <h1 className={css('title')}>{t('enrol.title')}</h1>
        <section className={css('step')} data-open>
          <span className={css('number')} aria-hidden>
            {stepNumber}
          </span>
          <div className={css('inside')}>
            {props.docks === null ? (
              <EmptyState size="part" title={t('enrol.dock.waiting')}>
                <Button onPress={props.onDone}>{t('enrol.dock.later')}</Button>
              </EmptyState>
            ) : (
              <DockQuestion docks={props.docks} onChosen={props.onDone} />
            )}
          </div>
        </section>
      </main>
    </div>
  );
}
