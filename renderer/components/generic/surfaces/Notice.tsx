import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import { Icon, type IconName } from '../marks/Icon.tsx';
import styles from './Notice.module.css';

const css = classesOf(styles);

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';
const icons = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  error: 'cross',
} as const satisfies Record<NoticeTone, IconName>;

/** What happened, what is safe, what to do; beside what it is about. `isNew` has it read out. */
export function Notice(props: {
  readonly title: string;
  readonly tone?: NoticeTone;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly isNew?: boolean;
}): ReactNode {
  const tone = props.tone ?? 'info';
  return (
    <div
      className={css('notice')}
      data-tone={tone}
      {...(props.isNew && { role: tone === 'error' ? 'alert' : 'status' })}
    >
      <Icon name={props.icon ?? icons[tone]} />
      <div className={css('text')}>
        <p className={css('title')}>{props.title}</p>
        {props.children && <div className={css('body')}>{props.children}</div>}
        {props.actions && <div className={css('actions')}>{props.actions}</div>}
      </div>
    </div>
  );
}
