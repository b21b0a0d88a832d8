import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Wordmark } from '../../components/generic/marks/Wordmark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from '../frame/Shell.module.css';
import type { Start } from '../startApplication.ts';

const css = classesOf(styles);

/** While the station opens, and what is said when it cannot. */
export function CannotStart(props: {
  readonly start: Exclude<Start, { kind: 'ready' }> | null;
  /** Somebody scanned something meanwhile. */
  readonly isScanMissed?: boolean;
}): ReactNode {
  const { t } = useWording();
  const { start } = props;
  const trouble =
    start === null
      ? null
      : start.kind === 'outside'
        ? 'outside'
        : start.refusal.code === 'newerDatabase'
          ? 'newer'
          : start.refusal.code;
  return (
    <main className={css('opening')}>
      <Wordmark size="page" />
      {props.isScanMissed && (
        <Notice tone="error" isNew title={t('scan.unheard')}>
          {t('scan.unheard.opening')}
        </Notice>
      )}
      {trouble ? (
        <EmptyState
          icon="alert"
          title={t(`trouble.${trouble}.title`)}
          next={t(`trouble.${trouble}.body`)}
        />
      ) : (
        <p className={css('moment')}>{t('loading.title')}</p>
      )}
    </main>
  );
}
