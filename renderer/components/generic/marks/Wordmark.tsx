import type { ReactNode } from 'react';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import styles from './Wordmark.module.css';

const css = classesOf(styles);

/** The name over its seven days. */
export function Wordmark(props: { readonly size?: 'bar' | 'page' }): ReactNode {
  const { t } = useWording();
  return (
    <span className={css('mark', props.size ?? 'bar')} translate="no">
      {t('app.name')}
      <svg className={css('days')} viewBox="0 0 96 6" preserveAspectRatio="none" aria-hidden>
        <path d="M0 0h11v6H0zM13 0h11v6H13zM26 0h11v6H26zM39 0h11v6H39zM52 0h11v6H52z" />
        <path className={css('accent')} d="M72 0h11v6H72zM85 0h11v6H85z" />
      </svg>
    </span>
  );
}
