import { type ReactNode, useState } from 'react';
import { barcodeOf, type Scan } from '../../../shared/returns/scan.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ListRow, RowList } from '../../components/RowList.tsx';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { SevenDayBar } from '../../components/SevenDayBar.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { CaseRow } from '../../queries/caseRow.ts';
import { useCasesWithDraft } from '../../queries/drafts.ts';
import { useWorklist } from '../../queries/worklist.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useFind } from '../atWork/AtWork.tsx';
import { useScans } from '../atWork/ScanFeed.tsx';
import { timeScan } from '../atWork/timeScan.ts';
import { BlindGoods } from '../blind/BlindGoods.tsx';
import { BlindList } from '../blind/BlindList.tsx';
import styles from './BenchScreen.module.css';
import { InspectCase } from './InspectCase.tsx';

/** What is to be inspected, nearest deadline first; a scan opens its case. */
export function BenchScreen(props: { readonly opened?: string | null }): ReactNode {
  const find = useFind();
  const [caseId, setCaseId] = useState<string | null>(props.opened ?? null);
  const [blindId, setBlindId] = useState<string | null>(null);
  const [lost, setLost] = useState<string | null>(null);

  async function open(scan: Scan): Promise<void> {
    const { kind, text } = barcodeOf(scan);
    if (kind === 'command') return;
    const matches = await find(scan, 'patiently');
    const match = matches.find((m) => m.kind === 'case') ?? matches[0];
    if (match?.kind === 'case') setCaseId(match.row.caseId);
    if (match?.kind === 'blindArrival') setBlindId(match.arrival.arrivalId);
    setLost(match ? null : text);
  }

  useScans((scan, at) => timeScan(open(scan), at), caseId === null && blindId === null);
  return (
    <div className={styles['screen']} data-density="bench">
      {blindId !== null ? (
        <BlindGoods
          key={blindId}
          arrivalId={blindId}
          onLeave={() => setBlindId(null)}
          onSettled={(settled) => {
            setBlindId(null);
            setCaseId(settled);
          }}
        />
      ) : caseId === null ? (
        <BenchList lost={lost} onOpen={setCaseId} onOpenBlind={setBlindId} />
      ) : (
        <InspectCase
          key={caseId}
          caseId={caseId}
          onLeave={() => setCaseId(null)}
          onOtherCase={setCaseId}
        />
      )}
    </div>
  );
}

function BenchList(props: {
  readonly lost: string | null;
  readonly onOpen: (caseId: string) => void;
  readonly onOpenBlind: (arrivalId: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const rows = useWorklist('bench');
  const begun = useCasesWithDraft();
  return (
    <main className={styles['list']}>
      <SectionHead
        level={1}
        title={t('bench.title')}
        {...(rows && rows.length > 0 && { count: formatNumber(rows.length) })}
        aside={t('bench.scanToOpen')}
      />
      {props.lost !== null && (
        <Notice tone="warning" isNew title={t('bench.notFound', { label: props.lost })}>
          {t('bench.notFound.do')}
        </Notice>
      )}
      <BlindList onOpen={props.onOpenBlind} />
      {rows && (
        <RowList
          label={t('bench.title')}
          rows={rows}
          keyOf={(row) => row.caseId}
          wordsOf={(row) => `${row.rma ?? ''} ${row.clientName}`}
          onOpen={(row) => props.onOpen(row.caseId)}
          empty={<EmptyState icon="bench" title={t('bench.empty')} next={t('bench.empty.next')} />}
        >
          {(row) => <BenchRow row={row} isBegun={begun.has(row.caseId)} />}
        </RowList>
      )}
    </main>
  );
}

function BenchRow(props: { readonly row: CaseRow; readonly isBegun: boolean }): ReactNode {
  const { t, formatList } = useWording();
  const { row } = props;
  const articles = formatList(row.articles);
  return (
    <ListRow
      title={row.clientName || t('blind.opened')}
      under={
        <span className={styles['articles']} title={articles}>
          {articles}
        </span>
      }
      middle={<SevenDayBar standing={row.standing} uncounted={row.uncounted} />}
      end={row.rma && <Identifier value={row.rma} />}
      endUnder={
        <span className={styles['state']}>
          {props.isBegun && <Tag tone="accent">{t('bench.begun')}</Tag>}
          {t(`state.${row.state}`)}
          {row.saved !== 'accepted' && <SavedMark saved={row.saved} />}
        </span>
      }
    />
  );
}
