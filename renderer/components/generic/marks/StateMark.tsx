import type { ReactNode } from 'react';
import { assertNever } from '../../../../shared/result.ts';
import { classesOf } from '../classesOf.ts';
import styles from './StateMark.module.css';

const css = classesOf(styles);

/** How far a thing has come, as a shape: an empty ring, a dotted one, quarters, full with a sign. */
export type StateShape =
  | 'announced'
  | 'waiting'
  | 'quarter'
  | 'half'
  | 'threeQuarters'
  | 'done'
  | 'refused'
  | 'held'
  | 'asked';

export type StateTone = 'rest' | 'active' | 'amber' | 'red' | 'green';

/** A shape and a word. Shapes differ without colour; the word is always there. */
export function StateMark(props: {
  readonly shape: StateShape;
  readonly word: string;
  readonly tone?: StateTone;
}): ReactNode {
  return (
    <span className={css('state')} data-tone={props.tone ?? 'rest'}>
      <svg className={css('shape')} viewBox="0 0 20 20" aria-hidden>
        <Shape shape={props.shape} />
      </svg>
      {props.word}
    </span>
  );
}

const quarters = { quarter: 1, half: 2, threeQuarters: 3 } as const;
const signs = {
  done: 'M5.8 10.4l2.9 2.9 5.5-6.2',
  refused: 'M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4',
  held: 'M7.7 6.5v7M12.3 6.5v7',
  asked: 'M7.7 8c0-1.4 1-2.2 2.3-2.2s2.3.8 2.3 2.1c0 1.8-2.3 1.7-2.3 3.6M10 14.2v.2',
} as const;

function Shape(props: { readonly shape: StateShape }): ReactNode {
  const { shape } = props;
  switch (shape) {
    case 'announced':
      return <circle className={css('ring', 'dotted')} cx="10" cy="10" r="8" />;
    case 'waiting':
      return <circle className={css('ring')} cx="10" cy="10" r="8" />;
    case 'quarter':
    case 'half':
    case 'threeQuarters':
      return (
        <>
          <circle className={css('ring')} cx="10" cy="10" r="8" />
          <circle
            className={css('pie')}
            cx="10"
            cy="10"
            r="2.5"
            pathLength="4"
            strokeDasharray={`${quarters[shape]} 4`}
            transform="rotate(-90 10 10)"
          />
        </>
      );
    case 'done':
    case 'refused':
    case 'held':
    case 'asked':
      return (
        <>
          <circle className={css('disc')} cx="10" cy="10" r="9" />
          <path className={css('sign')} d={signs[shape]} />
        </>
      );
    default:
      return assertNever(shape);
  }
}
