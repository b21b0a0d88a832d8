import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import { Icon, type IconName } from '../marks/Icon.tsx';
import styles from './EmptyState.module.css';

const css = classesOf(styles);

/** Nothing here, and what comes next. */
export function EmptyState(props: {
  readonly title: string;
  readonly next?: string;
  readonly icon?: IconName;
  /** `part`: a quiet line within a column, not the page's whole message. */
  readonly size?: 'page' | 'part';
  /** Shown only once it has taken long enough to be asked about. */
  readonly isLate?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={css('empty', props.size, props.isLate && 'late')}>
      {props.icon && <Icon name={props.icon} size={props.size === 'part' ? 'large' : 'huge'} />}
      <p className={css('title')}>{props.title}</p>
      {props.next && <p className={css('next')}>{props.next}</p>}
      {props.children}
    </div>
  );
}
