import { memo, type ReactNode, useState } from 'react';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import { Button, IconButton } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { LongNumber } from '../../components/returns/LongNumber.tsx';
import type { RecentScan } from '../../queries/station/recentScans.ts';
import { isolated } from '../../wording/isolated.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './LastScans.module.css';
import { TypeNumber } from './TypeNumber.tsx';

/** The last five, each with its way back, and the way in for a label no scanner can read. */
export const LastScans = memo(function LastScans(props: {
  readonly scans: readonly RecentScan[] | undefined;
  readonly onUndo: (scan: RecentScan) => void;
  readonly onTyped: (text: string) => void;
}): ReactNode {
  const { t } = useWording();
  const [isTypingOpen, openTyping] = useState(false);
  useKeys({ typeNumber: () => openTyping(true) });
  return (
    <section>
      <SectionHead title={t('dock.recent.title')} />
      {/* Above what grows with each scan: it stays where it was, and in sight. */}
      <div className={styles['typing']}>
        <Button
          look="bare"
          icon="keyboard"
          keys={keyNames('typeNumber')}
          onPress={() => openTyping(true)}
        >
          {t('dock.type')}
        </Button>
      </div>
      {props.scans?.length === 0 && <EmptyState size="part" title={t('dock.recent.empty')} />}
      <ol className={styles['scans']}>
        {props.scans?.map((scan) => (
          <Scan key={scan.fact.id} scan={scan} onUndo={props.onUndo} />
        ))}
      </ol>
      {isTypingOpen && (
        <TypeNumber
          onClose={() => openTyping(false)}
          onTyped={(text) => {
            openTyping(false);
            props.onTyped(text);
          }}
        />
      )}
    </section>
  );
});

function Scan(props: {
  readonly scan: RecentScan;
  readonly onUndo: (scan: RecentScan) => void;
}): ReactNode {
  const { t, formatDate, formatNumber } = useWording();
  const { scan } = props;
  const { fact } = scan;
  const name =
    fact.kind === 'arrival'
      ? (scan.rma ?? fact.trackingNumber ?? fact.sscc ?? t('dock.parcel.unexpected'))
      : `${formatNumber(fact.quantity)} × ${isolated(nameOfArticle(fact))}`;
  return (
    <li className={styles['scan']} data-gone={scan.corrected || undefined}>
      <div className={styles['words']}>
        <p className={styles['name']} title={name}>
          {fact.kind === 'arrival' ? <LongNumber value={name} /> : name}
        </p>
        <p className={styles['under']}>
          <span>{formatDate(fact.at.utc, 'time')}</span>
          {fact.kind === 'arrival' && <span>{t('dock.recent.arrival')}</span>}
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
}
