import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { useKeys } from '../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { rowHeights } from '../../components/generic/lists/rowHeights.ts';
import { useDrawnRows } from '../../components/generic/lists/useDrawnRows.ts';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { type CaseHistory as History, useCaseHistory } from '../../queries/oneCase/caseHistory.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { HistoryLine } from './HistoryLine.tsx';

/** Opens all that happened to the open case, by press or by its key. */
export function HistoryButton(props: { readonly caseId: string }): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  useKeys({ history: () => setOpen((was) => !was) });
  return (
    <>
      <Button icon="clock" keys={keyNames('history')} onPress={() => setOpen(true)}>
        {t('history.open')}
      </Button>
      {isOpen && <CaseHistory caseId={props.caseId} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What happened to a case, newest first, along the edge: the case stays in sight. */
function CaseHistory(props: { readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t, formatNumber } = useWording();
  const history = useCaseHistory(props.caseId);
  const count = history?.entries.length ?? 0;
  return (
    <Sheet
      title={t('history.title', { count: formatNumber(count) })}
      isOpen
      onClose={props.onClose}
      place="side"
    >
      {history ? (
        <Lines history={history} />
      ) : (
        <EmptyState title={t(history === null ? 'refusal.unknownCase' : 'loading.title')} />
      )}
    </Sheet>
  );
}

const heights = rowHeights({ entry: 76 });

/** A case may hold thousands: only those in sight are drawn. */
function Lines({ history }: { readonly history: History }): ReactNode {
  const { t } = useWording();
  const { entries } = history;
  const { listRef, rows, size, measureRef } = useDrawnRows({
    count: entries.length,
    heights,
    kindAt: () => 'entry',
    keyAt: useCallback((index: number) => entries[index]?.key ?? String(index), [entries]),
  });
  return (
    <div
      ref={listRef}
      style={size}
      role="list"
      aria-label={t('history.open')}
      // Scrolls, so it must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {rows.map(({ index, key, place }) => {
        const entry = entries[index];
        return (
          entry && (
            <div
              key={key}
              ref={measureRef}
              style={place}
              data-index={index}
              role="listitem"
              aria-setsize={entries.length}
              aria-posinset={index + 1}
            >
              <HistoryLine entry={entry} history={history} />
            </div>
          )
        );
      })}
    </div>
  );
}
