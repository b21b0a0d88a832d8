import { type ReactNode, useEffect, useState } from 'react';
import { readBarcode } from '../../../shared/returns/barcode.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Money } from '../../components/Money.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ListRow, RowList } from '../../components/RowList.tsx';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { SevenDayBar } from '../../components/SevenDayBar.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { CaseRow } from '../../queries/caseRow.ts';
import { findByBarcode } from '../../queries/findByBarcode.ts';
import { useWorklist } from '../../queries/worklist.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import { isTyping } from '../atWork/isTyping.ts';
import { useScans } from '../atWork/ScanFeed.tsx';
import styles from './DeskScreen.module.css';
import { OpenCase } from './OpenCase.tsx';
import { usePendingDecision } from './usePendingDecision.ts';

/** What waits for a decision, nearest deadline first, and the one that is open beside it. */
export function DeskScreen(): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const rows = useWorklist('desk');
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const { pending, decide, undo, sealNow } = usePendingDecision(setRefusal);
  const openId = chosen ?? rows?.[0]?.caseId ?? null;

  async function openByScan(raw: string): Promise<void> {
    const read = readBarcode(raw, new Date(context.clock.now()).getFullYear());
    if (!read.ok) return;
    const matches = await findByBarcode(context.db, read.value, context.clock.now());
    const match = matches.find((m) => m.kind === 'case');
    if (match?.kind === 'case') setChosen(match.row.caseId);
  }
  useScans((raw) => void openByScan(raw));
  useStepping(rows ?? [], openId, setChosen);

  return (
    <div className={styles['screen']} data-density="desk">
      <aside className={styles['queue']}>
        <SectionHead
          level={1}
          title={t('desk.title')}
          {...(rows && { count: wording.formatNumber(rows.length) })}
        />
        {rows && (
          <RowList
            label={t('desk.title')}
            rows={rows}
            keyOf={(row) => row.caseId}
            wordsOf={(row) => `${row.rma ?? ''} ${row.clientName}`}
            onOpen={(row) => setChosen(row.caseId)}
            chosen={openId}
            empty={<EmptyState icon="desk" title={t('desk.empty')} next={t('desk.empty.next')} />}
          >
            {(row) => <QueueRow row={row} />}
          </RowList>
        )}
      </aside>
      <main className={styles['case']}>
        {refusal && (
          <Notice
            tone="error"
            isNew
            title={sayRefusal(wording, refusal).what}
            actions={<Button onPress={() => setRefusal(null)}>{t('action.ok')}</Button>}
          >
            {sayRefusal(wording, refusal).toDo}
          </Notice>
        )}
        {pending && (
          <Notice
            icon="clock"
            isNew
            title={t('desk.pending', { name: pending.name, seconds: pending.secondsLeft })}
            actions={
              <>
                <Button icon="undo" onPress={undo}>
                  {t('action.undo')}
                </Button>
                <Button onPress={sealNow}>{t('desk.pending.now')}</Button>
              </>
            }
          >
            {t('desk.pending.what')}
          </Notice>
        )}
        {openId ? (
          <OpenCase key={openId} caseId={openId} onDecide={decide} />
        ) : (
          <EmptyState icon="desk" title={t('desk.empty')} next={t('desk.empty.next')} />
        )}
      </main>
    </div>
  );
}

function QueueRow(props: { readonly row: CaseRow }): ReactNode {
  const { t, formatList } = useWording();
  const { row } = props;
  return (
    <ListRow
      title={row.clientName}
      under={
        <>
          {row.rma && <Identifier value={row.rma} size="small" />} {formatList(row.articles)}
          <span className={styles['marks']}>
            {row.hasQuestion && <Tag tone="amber">{t('desk.question')}</Tag>}
            <span>{t(`state.${row.state}`)}</span>
            {row.saved !== 'accepted' && <SavedMark saved={row.saved} />}
          </span>
          <SevenDayBar standing={row.standing} />
        </>
      }
      end={
        row.amount !== null && row.currency && <Money minor={row.amount} currency={row.currency} />
      }
    />
  );
}

/** J and K walk the queue wherever the focus is, but in a field. */
function useStepping(
  rows: readonly CaseRow[],
  openId: string | null,
  open: (caseId: string) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0) return;
      const next = rows[rows.findIndex((row) => row.caseId === openId) + step];
      if (next) open(next.caseId);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [rows, openId, open]);
}
