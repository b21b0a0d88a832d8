import { type ReactNode, useState } from 'react';
import type { DecideVerdict } from '../../actions/decideVerdict.ts';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Money } from '../../components/returns/Money.tsx';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import { useWorklist } from '../../queries/lists/worklist.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { createEarlyScans } from '../../workflow/earlyScans.ts';
import { Scrolling } from '../../workflow/Scrolling.tsx';
import { BlindGoods } from '../blind/BlindGoods.tsx';
import { BlindList } from '../blind/BlindList.tsx';
import type { DecisionDraft } from './deciding/decisionDraft.ts';
import { OpenCase } from './openCase/OpenCase.tsx';
import styles from './Queue.module.css';
import { stateOfRow } from './stateOfRow.ts';

/** What waits for a decision, nearest deadline first, and the one that is open beside it. */
export function Queue(props: {
  readonly chosen: string | null;
  readonly onChoose: (caseId: string) => void;
  /** Goods without a case that lie open instead. */
  readonly blind: string | null;
  readonly onBlind: (arrivalId: string | null) => void;
  readonly drafts: Map<string, DecisionDraft>;
  readonly onDecide: (input: DecideVerdict, name: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const rows = useWorklist('desk');
  const [early] = useState(createEarlyScans);
  const openId = props.chosen ?? rows?.at(0)?.caseId ?? null;
  const step = (by: 1 | -1): void => {
    const place = (openId === null ? -1 : (rows?.placeOf(openId) ?? -1)) + by;
    const next = place < 0 ? undefined : rows?.at(place);
    if (next) props.onChoose(next.caseId);
  };
  useKeys({ nextCase: () => step(1), previousCase: () => step(-1) });
  return (
    <div className={styles['queue']}>
      <aside className={styles['list']}>
        <SectionHead
          level={1}
          title={t('desk.title')}
          {...(rows && rows.length > 0 && { count: formatNumber(rows.length) })}
        />
        {rows && (
          <RowList
            label={t('desk.title')}
            rows={rows}
            keyOf={(row) => row.caseId}
            wordsOf={(row) => `${row.rma ?? ''} ${row.clientName || t('blind.opened')}`}
            onOpen={(row) => props.onChoose(row.caseId)}
            chosen={openId}
            empty={<EmptyState size="part" title={t('desk.empty')} next={t('desk.empty.next')} />}
          >
            {(row) => <QueueRow row={row} />}
          </RowList>
        )}
        <BlindList onOpen={props.onBlind} />
      </aside>
      <Scrolling as="main" className={styles['case']}>
        {props.blind !== null ? (
          <BlindGoods
            key={props.blind}
            arrivalId={props.blind}
            early={early}
            onLeave={() => props.onBlind(null)}
            onSettled={props.onChoose}
          />
        ) : openId ? (
          <OpenCase key={openId} caseId={openId} drafts={props.drafts} onDecide={props.onDecide} />
        ) : (
          rows && <EmptyState icon="desk" title={t('desk.empty')} next={t('desk.empty.next')} />
        )}
      </Scrolling>
    </div>
  );
}

function QueueRow(props: { readonly row: CaseRow }): ReactNode {
  const { t, formatList } = useWording();
  const { row } = props;
  const articles = formatList(row.articles);
  return (
    <div className={styles['row']}>
      <p className={styles['first']}>
        <span className={styles['client']} title={row.clientName}>
          {row.clientName || t('blind.opened')}
        </span>
        {row.amount !== null && row.amount > 0 && row.currency && (
          <Money minor={row.amount} currency={row.currency} />
        )}
      </p>
      <p className={styles['articles']} title={articles}>
        {row.rma && <Identifier value={row.rma} size="small" />} {articles}
      </p>
      <SevenDayBar standing={row.standing} uncounted={row.uncounted} />
      <p className={styles['marks']}>
        {row.hasQuestion && (
          <Tag tone="amber" icon="question">
            {t('desk.question')}
          </Tag>
        )}
        <span>{t(stateOfRow(row))}</span>
        {row.saved !== 'accepted' && <SavedMark saved={row.saved} />}
      </p>
    </div>
  );
}
