import type { ReactNode } from 'react';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import styles from './PolicyQuote.module.css';

const css = classesOf(styles);

/** The policy's own words for a clause. They are English whatever language surrounds them. */
export function PolicyQuote(props: {
  readonly words: readonly string[];
  /** Where a frame around it already sets it apart. */
  readonly isPlain?: boolean;
}): ReactNode {
  const { t } = useWording();
  if (props.words.length === 0) return null;
  return (
    <figure className={css('quote')} data-look={props.isPlain === true ? 'plain' : 'ruled'}>
      <figcaption className={css('whose')}>{t('clauses.words')}</figcaption>
      <blockquote lang="en" dir="ltr" translate="no">
        {props.words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
    </figure>
  );
}
