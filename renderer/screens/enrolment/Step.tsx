import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import styles from './EnrolmentScreen.module.css';

const css = classesOf(styles);

/** A numbered part of a short way; closed parts keep their place. */
export function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css('step')} data-open={props.isOpen || undefined}>
      <span className={css('number')} aria-hidden>
        {props.number}
      </span>
      <div className={css('inside')}>
        <h2 className={css('stepTitle')}>{props.title}</h2>
        {props.isOpen && props.children}
      </div>
    </section>
  );
}
