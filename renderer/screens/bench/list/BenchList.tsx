import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import { takeCase } from '../../../actions/takeCase.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { RowList } from '../../../components/generic/lists/RowList.tsx';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { type BenchGroup, useBenchList } from '../../../queries/lists/benchList.ts';
import type { CaseRow } from '../../../queries/lists/caseRow.ts';
import { useCasesWithDraft } from '../../../queries/station/drafts.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { BlindList } from '../../blind/BlindList.tsx';
import { HandOverSheet } from '../../handOver/HandOverSheet.tsx';
import { HoldSheet } from '../../holds/HoldSheet.tsx';
import styles from './BenchList.module.css';
import { BenchRow } from './BenchRow.tsx';
import { FindField } from './FindField.tsx';
import { nextList, rowInFocus, startsFinding } from './listFocus.ts';

type Asked = {
  readonly what: 'give' | 'hold';
  readonly row: CaseRow;
};

/** What is to be inspected: mine, free, with colleagues, on hold; each nearest deadline first. */
export function BenchList(props: {
  readonly lost: string | null;
  readonly onOpen: (caseId: string) => void;
  readonly onOpenBlind: (arrivalId: string) => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber } = wording;
  const context = useActionContext();
  const me = context.person;
  const [words, setWords] = useState('');
  const list = useBenchList(me.personId, words);
  // A group that begins later, by a key on a row of another, takes no focus from there.
  const [firstGroup, setFirstGroup] = useState<BenchGroup | null>(null);
  if (firstGroup === null && list?.groups[0]) setFirstGroup(list.groups[0].group);
  const begun = useCasesWithDraft();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const work = useRef<HTMLDivElement>(null);

  const take = useCallback(
    async (row: CaseRow): Promise<void> => {
      const taken = await takeCase(context, row.caseId);
      setRefusal(taken.ok ? null : taken.refusal);
    },
    [context],
  );
  const drawRow = useMemo(() => {
    const onTake = (row: CaseRow) => void take(row);
    const onGive = (row: CaseRow) => setAsked({ what: 'give', row });
    const drawnIn = (group: BenchGroup) => (row: CaseRow) => (
      <BenchRow
        row={row}
        group={group}
        isBegun={begun.has(row.caseId)}
        onTake={onTake}
        onGive={onGive}
      />
    );
    return {
      mine: drawnIn('mine'),
      free: drawnIn('free'),
      others: drawnIn('others'),
      onHold: drawnIn('onHold'),
    };
  }, [begun, take]);
  function inFocus(does: (row: CaseRow) => void): () => void {
    return () => {
      const place = rowInFocus();
      const rows = list?.groups.find(({ group }) => group === place?.group)?.rows;
      const row = place && rows?.at(place.index);
      if (row) does(row);
    };
  }
  function firstRow(): HTMLElement | null {
    return (
      work.current?.querySelector<HTMLElement>('[data-group] [role="row"][tabindex="0"]') ?? null
    );
  }
  useKeys({
    take: inFocus((row) => void take(row)),
    give: inFocus((row) => setAsked({ what: 'give', row })),
    hold: inFocus((row) => setAsked({ what: 'hold', row })),
    findInList: () => field.current?.focus(),
  });
  const found = list?.groups.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0;
  const said = refusal && sayRefusal(wording, refusal);
  return (
    // Letters typed on a row are looked for, in all rows; what else is pressed goes its own way.
    <main
      ref={work}
      className={styles['list']}
      onKeyDownCapture={(event) => {
        if (startsFinding(event)) {
          event.preventDefault();
          event.stopPropagation();
          setWords((before) => before + event.key);
          field.current?.focus();
        } else if (nextList(event)) event.stopPropagation();
      }}
    >
      <SectionHead
        level={1}
        title={t('bench.title')}
        {...(list && list.all > 0 && { count: countOf(list.all) })}
        aside={
          <>
            <span className={styles['scan']}>{t('bench.scanToOpen')}</span>
            <FindField
              ref={field}
              value={words}
              onChange={setWords}
              onLeave={() => firstRow()?.focus()}
              onOpen={() => {
                const first = list?.groups[0]?.rows.at(0);
                if (first) props.onOpen(first.caseId);
              }}
            />
          </>
        }
      />
      {props.lost !== null && (
        <Notice tone="warning" isNew title={t('bench.notFound', { label: props.lost })}>
          {t('bench.notFound.do')}
        </Notice>
      )}
      {said && (
        <Notice tone="error" isNew title={said.what}>
          {said.toDo}
        </Notice>
      )}
      <BlindList onOpen={props.onOpenBlind} />
      {!list && <EmptyState title={t('loading.title')} isLate />}
      {list?.all === 0 && (
        <EmptyState icon="bench" title={t('bench.empty')} next={t('bench.empty.next')} />
      )}
      {list && list.all > 0 && found === 0 && (
        <EmptyState
          icon="search"
          title={t('workList.noneFound', { words })}
          next={t('workList.noneFound.next')}
        >
          <Button icon="cross" onPress={() => setWords('')}>
            {t('workList.clear')}
          </Button>
        </EmptyState>
      )}
      {list?.groups.map(({ group, rows }) => (
        <section key={group} className={styles['group']} data-group={group}>
          <SectionHead isSmall title={t(`workList.${group}`)} count={formatNumber(rows.length)} />
          <RowList
            label={t(`workList.${group}`)}
            rows={rows}
            keyOf={(row) => row.caseId}
            wordsOf={(row) => `${row.rma ?? ''} ${row.clientName}`}
            takesFocus={group === firstGroup}
            onOpen={(row) => props.onOpen(row.caseId)}
          >
            {drawRow[group]}
          </RowList>
        </section>
      ))}
      {asked?.what === 'hold' && (
        <HoldSheet caseId={asked.row.caseId} arrivalId={null} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'give' && (
        <HandOverSheet
          caseIds={[asked.row.caseId]}
          from={whoHas(asked.row, me)}
          onClose={() => setAsked(null)}
        />
      )}
    </main>
  );

  function countOf(all: number): string {
    const whole = formatNumber(all);
    return words.trim() === ''
      ? whole
      : t('workList.found', { found: formatNumber(found), all: whole });
  }
}

/** Oneself where one has it; else whoever has had it longest. */
function whoHas(
  row: CaseRow,
  me: { readonly personId: PersonId; readonly name: string },
): { readonly personId: PersonId; readonly name: string } {
  const isMine = row.heldBy.some(({ personId }) => personId === me.personId);
  return (isMine ? undefined : row.heldBy[0]) ?? me;
}
