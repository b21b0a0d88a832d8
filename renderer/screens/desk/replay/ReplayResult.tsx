import type { ReactNode } from 'react';
import { RowList } from '../../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../../components/generic/lists/Table.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../../components/generic/surfaces/Progress.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import { Money } from '../../../components/returns/Money.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './Replay.module.css';
import type { Replayed } from './useReplay.ts';

/** Under this a time left would flicker more than it tells. */
const worthSayingMs = 3000;

/** How far it is, the difference in money, and every case that would be decided otherwise. */
export function ReplayResult(props: {
  readonly replayed: Replayed;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t, formatNumber, formatDuration } = useWording();
  const { replayed } = props;
  const { state, seen, total, msLeft } = replayed;
  return (
    <div className={styles['result']}>
      {replayed.source === 'here' && (
        <Notice icon="offline" title={t('desk.replay.here')}>
          {t('desk.replay.here.what')}
        </Notice>
      )}
      {state !== 'done' && (
        <Progress
          label={t(state === 'running' ? 'desk.replay.running' : 'desk.replay.stopped')}
          share={total === 0 ? null : seen / total}
          detail={[
            t('desk.replay.progress', { seen: formatNumber(seen), total: formatNumber(total) }),
            ...(msLeft !== null && msLeft > worthSayingMs
              ? [t('desk.replay.left', { time: formatDuration(msLeft) })]
              : []),
          ].join(' · ')}
        />
      )}
      <p className={styles['sum']} role="status">
        {state === 'done' &&
          t('desk.replay.sum', {
            changed: replayed.changed.length,
            cases: formatNumber(replayed.replayed),
          })}
      </p>
      <MoneyTable replayed={replayed} />
      <Changed {...props} />
    </div>
  );
}

function MoneyTable(props: { readonly replayed: Replayed }): ReactNode {
  const { t } = useWording();
  const rows = Object.entries(props.replayed.money);
  if (rows.length === 0) return null;
  const money = (minor: number, currency: string) => <Money minor={minor} currency={currency} />;
  const difference = (minor: number, currency: string) => (
    <Delta minor={minor} currency={currency} />
  );
  return (
    <Table
      caption={t('desk.replay.money')}
      rows={rows}
      keyOf={([currency]) => currency}
      columns={[
        {
          key: 'currency',
          head: t('desk.replay.currency'),
          cell: ([currency]) => currency,
          isRowHead: true,
        },
        {
          key: 'before',
          head: t('desk.replay.before'),
          cell: ([currency, sums]) => money(sums.before, currency),
          align: 'end',
        },
        {
          key: 'after',
          head: t('desk.replay.after'),
          cell: ([currency, sums]) => money(sums.after, currency),
          align: 'end',
        },
        {
          key: 'delta',
          head: t('desk.replay.delta'),
          cell: ([currency, sums]) => difference(sums.after - sums.before, currency),
          align: 'end',
        },
      ]}
    />
  );
}

/** A difference wears its sign. */
function Delta(props: { readonly minor: number; readonly currency: string }): ReactNode {
  const { formatMoney } = useWording();
  const { minor, currency } = props;
  const sign = minor > 0 ? '+' : minor < 0 ? '−' : '±';
  return (
    <strong className={styles['delta']}>
      {sign} {formatMoney({ minor: Math.abs(minor), currency })}
    </strong>
  );
}

function Changed(props: {
  readonly replayed: Replayed;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { changed, state } = props.replayed;
  const wordOf = (standing: (typeof changed)[number]['before']) =>
    t(standing === 'refused' ? 'desk.replay.refused' : `standing.${standing}`);
  return (
    <section>
      <SectionHead
        title={t('desk.replay.changed')}
        {...(changed.length > 0 && { count: formatNumber(changed.length) })}
      />
      <RowList
        label={t('desk.replay.changed')}
        rows={changed}
        keyOf={(line) => line.caseId}
        wordsOf={(line) => line.rma ?? line.caseId}
        onOpen={(line) => props.onOpen(line.caseId)}
        empty={state === 'done' ? <EmptyState size="part" title={t('desk.replay.none')} /> : null}
      >
        {(line) => (
          <div className={styles['line']}>
            <Identifier value={line.rma ?? line.caseId} />
            <span className={styles['move']}>
              <span>{wordOf(line.before)}</span> → <strong>{wordOf(line.after)}</strong>
            </span>
            <Delta minor={line.amountAfter - line.amountBefore} currency={line.currency} />
          </div>
        )}
      </RowList>
    </section>
  );
}
