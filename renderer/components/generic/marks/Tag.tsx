import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Tag.module.css';

const css = classesOf(styles);

export type Tone = 'rest' | 'amber' | 'red' | 'late' | 'green' | 'accent';

/** A short word in a frame. A tone never comes without its word. */
export function Tag(props: {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
}): ReactNode {
  return (
    <span className={css('tag')} data-tone={props.tone ?? 'rest'}>
      {props.icon && <Icon name={props.icon} size="small" />}
      {props.children}
    </span>
  );
}
