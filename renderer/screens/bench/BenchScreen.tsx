import { type ReactNode, useRef, useState } from 'react';
import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import { ListRow, RowList } from '../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../components/generic/marks/SavedMark.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { SevenDayBar } from '../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import { useWorklist } from '../../queries/lists/worklist.ts';
import { useCasesWithDraft } from '../../queries/station/drafts.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useFind } from '../../workflow/AtWork.tsx';
import { createEarlyScans } from '../../workflow/earlyScans.ts';
import { useScans, useTurnAway } from '../../workflow/ScanFeed.tsx';
import { timeScan } from '../../workflow/timeScan.ts';
import { BlindGoods } from '../blind/BlindGoods.tsx';
import { BlindList } from '../blind/BlindList.tsx';
import styles from './BenchScreen.module.css';
import { InspectCase } from './InspectCase.tsx';

/** What is to be inspected, nearest deadline first; a scan opens its case. */
export function BenchScreen(props: { readonly opened?: string | null }): ReactNode {
  const { find } = useFind();
  const turnAway = useTurnAway();
  const [caseId, setCaseId] = useState<string | null>(props.opened ?? null);
  const [blindId, setBlindId] = useState<string | null>(null);
  const [lost, setLost] = useState<string | null>(null);

  const [early] = useState(createEarlyScans);
  const isOpen = useRef(caseId !== null);
  const turn = useRef<Promise<void>>(Promise.resolve());

  /** A quick hand scans the goods before their case is drawn: they are for it. */
  async function open(scan: Scan): Promise<void> {
    if (isOpen.current) return early.keep(scan);
    const { kind, text } = barcodeOf(scan);
    if (kind === 'command') return turnAway('card');
    const matches = await find(scan, 'patiently');
    const match = matches.find((m) => m.kind === 'case') ?? matches[0];
    if (match?.kind === 'case') show(match.row.caseId, null);
    if (match?.kind === 'blindArrival') show(null, match.arrival.arrivalId);
    setLost(match ? null : text);
  }

  function show(nextCase: string | null, nextBlind: string | null): void {
    isOpen.current = nextCase !== null || nextBlind !== null;
    setCaseId(nextCase);
    setBlindId(nextBlind);
    if (!isOpen.current && early.drop()) turnAway('page');
  }

  // One after another: the next scan must see what the last one opened.
  useScans((scan, at) => {
    turn.current = turn.current.then(() => open(scan)).catch(() => turnAway('page'));
    timeScan(turn.current, at);
  });
  return (
    <div className={styles['screen']} data-density="bench">
      {blindId !== null ? (
        <BlindGoods
          key={blindId}
          arrivalId={blindId}
          early={early}
          onLeave={() => show(null, null)}
          onSettled={(settled) => show(settled, null)}
        />
      ) : caseId === null ? (
        <BenchList
          lost={lost}
          onOpen={(id) => show(id, null)}
          onOpenBlind={(id) => show(null, id)}
        />
      ) : (
        <InspectCase
          key={caseId}
          caseId={caseId}
          early={early}
          onLeave={() => show(null, null)}
          onOtherCase={(id) => show(id, null)}
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
