import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { Tag, type Tone } from '../../components/generic/marks/Tag.tsx';
import styles from './TodayScreen.module.css';

const css = classesOf(styles);

export type Counted = { readonly key: string; readonly tone: Tone; readonly word: string };

/** One thing that was asked about. `well`: what holds where nothing of it waits, and nothing more than that. */
export function TodayPart(props: {
  readonly title: string;
  readonly well: string | null;
  readonly lead?: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <section className={css('part')}>
      <SectionHead title={props.title} aside={props.aside} />
      {props.well === null ? (
        <>
          {props.lead && <p className={css('lead')}>{props.lead}</p>}
          {props.children}
        </>
      ) : (
        <StateMark shape="done" tone="green" word={props.well} />
      )}
    </section>
  );
}

/** How many of each kind, those that are none left out. */
export function Counts(props: { readonly counts: readonly (Counted | null)[] }): ReactNode {
  const shown = props.counts.filter((one) => one !== null);
  if (shown.length === 0) return null;
  return (
    <p className={css('counts')}>
      {shown.map(({ key, tone, word }) => (
        <Tag key={key} tone={tone}>
          {word}
        </Tag>
      ))}
    </p>
  );
}

/** Named ones, each with what is said about it at the end. */
export function Lines(props: {
  readonly lines: readonly {
    readonly key: string;
    readonly what: ReactNode;
    readonly aside: ReactNode;
  }[];
}): ReactNode {
  return (
    <ul className={css('lines')}>
      {props.lines.map(({ key, what, aside }) => (
        <li key={key} className={css('line')}>
          <span className={css('what')}>{what}</span>
          <span className={css('aside')}>{aside}</span>
        </li>
      ))}
    </ul>
  );
}
