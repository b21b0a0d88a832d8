import type { ReactNode } from 'react';
import type { ClauseWords } from '../../../shared/policy/policyWords.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import styles from './PolicyQuote.module.css';

const css = classesOf(styles);

/** The policy's own words for a clause, in their language whatever surrounds them. */
export function PolicyQuote(props: {
  readonly words: ClauseWords;
  /** Where a frame around it already sets it apart. */
  readonly isPlain?: boolean;
}): ReactNode {
  const { t } = useWording();
  const { language, sentences } = props.words;
  if (sentences.length === 0) return null;
  return (
    <figure className={css('quote')} data-look={props.isPlain === true ? 'plain' : 'ruled'}>
      <figcaption className={css('whose')}>{t('clauses.words')}</figcaption>
      <blockquote lang={language} dir="auto" translate="no">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
    </figure>
  );
}
