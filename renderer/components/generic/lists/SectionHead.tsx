import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import styles from './SectionHead.module.css';

const css = classesOf(styles);

/** A heading on a rule; what belongs to it stands at the far end. */
export function SectionHead(props: {
  readonly title: string;
  readonly level?: 1 | 2 | 3;
  /** As one of a lower level looks: many stand below each other. */
  readonly isSmall?: boolean;
  readonly count?: string;
  readonly aside?: ReactNode;
  readonly id?: string;
}): ReactNode {
  const level = props.level ?? 2;
  const Heading = `h${level}` as const;
  return (
    <div className={css('head')} data-level={props.isSmall ? 3 : level}>
      <Heading className={css('title')} id={props.id}>
        {props.title}
        {props.count !== undefined && <span className={css('count')}>{props.count}</span>}
      </Heading>
      {props.aside && <div className={css('aside')}>{props.aside}</div>}
    </div>
  );
}
