import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import styles from './Progress.module.css';

const css = classesOf(styles);

/** Work that takes longer than a second. `share` 0 to 1; null when nobody can tell. */
export function Progress(props: {
  readonly label: string;
  readonly share: number | null;
  /** "12 of 40 photos, 18 MB left". */
  readonly detail?: string;
}): ReactNode {
  return (
    <ProgressBar
      className={css('progress')}
      isIndeterminate={props.share === null}
      value={(props.share ?? 0) * 100}
    >
      <span className={css('head')}>
        <Label>{props.label}</Label>
        {props.detail && <span className={css('detail')}>{props.detail}</span>}
      </span>
      <span className={css('track')}>
        <span
          className={css('done', props.share === null && 'moving')}
          style={{ inlineSize: props.share === null ? '30%' : `${props.share * 100}%` }}
        />
      </span>
    </ProgressBar>
  );
}
