import type { ReactNode } from 'react';
import type { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Table } from '../../components/generic/lists/Table.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Policy.module.css';
import { type DraftReplay, useDraftReplay } from './useDraftReplay.ts';

const css = classesOf(styles);
/** More are read by nobody here; the sums are of all. */
const mostShown = 200;

/** What this edition would have decided: every closed case of the company once more, nothing changed. */
export function PolicyReplay(props: { readonly body: PolicyBody }): ReactNode {
  const { t, formatNumber } = useOfficeWording();
  const { replay, start, stop } = useDraftReplay(props.body);
  const isRunning = replay?.state === 'running';
  return (
    <section className={css('part')}>
      <SectionHead level={2} title={t('policy.replay')} />
      <p className={css('lead')}>{t('desk.replay.lead')}</p>
      <div className={css('acts')}>
        {isRunning ? (
          <Button icon="pause" onPress={stop}>
            {t('desk.replay.stop')}
          </Button>
        ) : (
          <Button icon="retake" onPress={start}>
            {t('desk.replay.go')}
          </Button>
        )}
      </div>
      {replay && (
        <>
          {replay.state !== 'done' && (
            <Progress
              label={t(isRunning ? 'desk.replay.running' : 'desk.replay.stopped')}
              share={replay.total === 0 ? null : replay.replayed / replay.total}
              detail={t('desk.replay.progress', {
                seen: formatNumber(replay.replayed),
                total: formatNumber(replay.total),
              })}
            />
          )}
          {replay.trouble && <AskedTrouble trouble={replay.trouble} onAgain={start} />}
          <p className={css('sum')} role="status">
            {replay.state === 'done' &&
              t('desk.replay.sum', {
                changed: replay.changed.length,
                cases: formatNumber(replay.replayed),
              })}
          </p>
          <Sums replay={replay} />
          <Changed replay={replay} />
        </>
      )}
    </section>
  );
}

type Sum = { readonly currency: string; readonly before: number; readonly after: number };

function Sums(props: { readonly replay: DraftReplay }): ReactNode {
  const { t } = useOfficeWording();
  const rows = Object.entries(props.replay.money).map(
    ([currency, sums]): Sum => ({ currency, ...sums }),
  );
  if (rows.length === 0) return null;
  return (
    <Table<Sum>
      caption={t('desk.replay.money')}
      rows={rows}
      keyOf={({ currency }) => currency}
      columns={[
        {
          key: 'currency',
          head: t('desk.replay.currency'),
          isRowHead: true,
          cell: ({ currency }) => currency,
        },
        { key: 'before', head: t('desk.replay.before'), align: 'end', cell: beforeCell },
        { key: 'after', head: t('desk.replay.after'), align: 'end', cell: afterCell },
        { key: 'delta', head: t('desk.replay.delta'), align: 'end', cell: deltaCell },
      ]}
    />
  );
}

const beforeCell = ({ currency, before }: Sum) => <Money minor={before} currency={currency} />;
const afterCell = ({ currency, after }: Sum) => <Money minor={after} currency={currency} />;
const deltaCell = ({ currency, before, after }: Sum) => (
  <Delta minor={after - before} currency={currency} />
);

/** A difference wears its sign. */
function Delta(props: { readonly minor: number; readonly currency: string }): ReactNode {
  const { formatMoney } = useOfficeWording();
  const { minor, currency } = props;
  const sign = minor > 0 ? '+' : minor < 0 ? '−' : '±';
  return (
    <strong className={css('delta')}>
      {sign} {formatMoney({ minor: Math.abs(minor), currency })}
    </strong>
  );
}

type ChangedCase = DraftReplay['changed'][number];

function Changed(props: { readonly replay: DraftReplay }): ReactNode {
  const { t, formatNumber } = useOfficeWording();
  const { changed } = props.replay;
  if (changed.length === 0) return null;
  const wordOf = (standing: ChangedCase['before']) =>
    t(standing === 'refused' ? 'desk.replay.refused' : `standing.${standing}`);
  return (
    <>
      <Table<ChangedCase>
        caption={t('desk.replay.changed')}
        rows={changed.slice(0, mostShown)}
        keyOf={({ caseId }) => caseId}
        columns={[
          { key: 'rma', head: t('refunds.rma'), isRowHead: true, cell: rmaCell },
          {
            key: 'before',
            head: t('desk.replay.before'),
            cell: ({ before }) => wordOf(before),
          },
          { key: 'after', head: t('desk.replay.after'), cell: ({ after }) => wordOf(after) },
          { key: 'delta', head: t('desk.replay.delta'), align: 'end', cell: changedDelta },
        ]}
      />
      {changed.length > mostShown && (
        <p className={css('lead')}>
          {t('policy.replay.cut', {
            shown: formatNumber(mostShown),
            all: formatNumber(changed.length),
          })}
        </p>
      )}
    </>
  );
}

const rmaCell = ({ rma, caseId }: ChangedCase) => <span translate="no">{rma ?? caseId}</span>;
const changedDelta = ({ amountBefore, amountAfter, currency }: ChangedCase) => (
  <Delta minor={amountAfter - amountBefore} currency={currency} />
);
