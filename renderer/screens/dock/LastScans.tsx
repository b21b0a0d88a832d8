import type { ReactNode } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import type { RecentScan } from '../../queries/recentScans.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './LastScans.module.css';

/** The last five, each with its way back. */
export function LastScans(props: {
  readonly scans: readonly RecentScan[] | undefined;
  readonly onUndo: (scan: RecentScan) => void;
}): ReactNode {
  const { t, formatDate } = useWording();
  return (
    <section>
      <SectionHead title={t('dock.recent.title')} />
      {props.scans?.length === 0 && <EmptyState title={t('dock.recent.empty')} />}
      <ol>
        {props.scans?.map((scan) => {
          const { fact } = scan;
          const name =
            fact.kind === 'arrival'
              ? (scan.rma ?? fact.trackingNumber ?? fact.sscc ?? t('dock.parcel.unexpected'))
              : fact.article.name || (fact.article.gtin ?? '');
          return (
            <li key={fact.id} className={styles['scan']} data-gone={scan.corrected || undefined}>
              <div className={styles['words']}>
                <p className={styles['name']}>{name}</p>
                <p className={styles['under']}>
                  <span>{formatDate(fact.at.utc, 'time')}</span>
                  <span>{fact.kind === 'arrival' ? t('dock.recent.arrival') : scan.rma}</span>
                  {scan.corrected ? (
                    <span>{t('dock.recent.takenBack')}</span>
                  ) : (
                    <SavedMark saved={scan.acceptance} />
                  )}
                </p>
              </div>
              {!scan.corrected && (
                <IconButton
                  icon="undo"
                  look="bare"
                  label={t('dock.recent.undo', { name })}
                  onPress={() => props.onUndo(scan)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
