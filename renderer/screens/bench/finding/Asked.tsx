import { type ReactNode, useId } from 'react';
import { classesOf } from '../../../components/generic/classesOf.ts';
import styles from './Asked.module.css';
import type { Question } from './questions.ts';

const css = classesOf(styles);

/**
 * One question of a finding. The one that is asked now takes the focus, so that keys answer it and no
 * field or button hears a scanner's.
 */
export function Asked(props: {
  readonly question: Question;
  readonly now: Question;
  readonly title: string;
  readonly aside?: ReactNode;
  /**
   * `beside`: on one line with what answers it; `corner`: in the first of the eight places of seven
   * answers; `hidden`: said where it is answered.
   */
  readonly look?: 'above' | 'beside' | 'corner' | 'hidden';
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const isNow = props.now === props.question;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend stands in no grid.
    <div
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      data-question={props.question}
      className={css('asked', props.look ?? 'above', isNow && 'now')}
      {...(isNow && { 'data-now': true, 'aria-current': 'step' })}
    >
      <div className={css('head')}>
        <h3 id={id} className={css('title')}>
          {props.title}
        </h3>
        {props.aside}
      </div>
      {props.children}
    </div>
  );
}

/** Takes the focus to what is asked now. */
export function focusOnAsked(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[data-now]')?.focus({ preventScroll: false });
}
