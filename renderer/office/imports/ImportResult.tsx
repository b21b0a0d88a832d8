import type { ReactNode } from 'react';
import { type ImportState, outcomesPath, type TableKind } from '../../../shared/sync/importsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { Notice, type NoticeTone } from '../../components/generic/surfaces/Notice.tsx';
import { Progress } from '../../components/generic/surfaces/Progress.tsx';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './ImportResult.module.css';
import { sayFileRefused, sayRowProblem } from './sayImport.ts';

const css = classesOf(styles);
const counted = ['created', 'updated', 'unchanged', 'withdrawn', 'waiting', 'refused'] as const;

/** How far it is, what it came to, and every row that does not go in. */
export function ImportResult(props: {
  readonly state: ImportState;
  readonly kind: TableKind;
  readonly id: string;
  readonly onStop: () => void;
}): ReactNode {
  const { t, formatNumber } = useOfficeWording();
  const { state } = props;
  const { phase, row, rows, counts, isWritten } = state;
  const isOver = phase === 'done';
  return (
    <section className={css('result')}>
      <SectionHead title={t(isOver && isWritten ? 'imports.came' : 'imports.wouldCome')} />
      {!isOver && (
        <div className={css('running')}>
          <Progress
            label={t(phase === 'testing' ? 'imports.phase.testing' : 'imports.phase.writing')}
            share={rows === 0 ? null : Math.min(1, row / rows)}
            detail={t('imports.progress', { row: formatNumber(row), rows: formatNumber(rows) })}
          />
          <Button icon="pause" onPress={props.onStop}>
            {t('imports.stop')}
          </Button>
        </div>
      )}
      <dl className={css('counts')}>
        {counted.map((outcome) => (
          <div key={outcome} className={css('count')} data-outcome={outcome}>
            <dt>{t(`imports.count.${outcome}`)}</dt>
            <dd data-none={counts[outcome] === 0 ? true : undefined}>
              {formatNumber(counts[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      {isOver && <Ending state={state} />}
      {isOver && <Rows {...props} />}
    </section>
  );
}

function Ending(props: { readonly state: ImportState }): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { state } = props;
  const { counts, withdrawing } = state;
  const [tone, title, next] = endingOf(state);
  return (
    <>
      {state.refused ? (
        <Notice tone="error" title={t('imports.file.title')} isNew>
          {sayFileRefused(wording, state.refused)}
        </Notice>
      ) : (
        <Notice tone={tone} title={t(title, { row: formatNumber(state.row) })} isNew>
          {t(next)}
        </Notice>
      )}
      {counts.waiting > 0 && (
        <Notice tone="info" icon="clock" title={t('imports.waiting', { count: counts.waiting })} />
      )}
      {withdrawing?.kind === 'tooMany' && (
        <Notice
          tone="warning"
          title={t('imports.withdrawing.tooMany', {
            missing: withdrawing.missing,
            current: withdrawing.current,
          })}
        >
          {t('imports.withdrawing.tooMany.next')}
        </Notice>
      )}
      {withdrawing?.kind === 'namelessRows' && (
        <Notice tone="warning" title={t('imports.withdrawing.namelessRows')}>
          {t('imports.withdrawing.namelessRows.next')}
        </Notice>
      )}
    </>
  );
}

type Sentence = Parameters<ReturnType<typeof useOfficeWording>['t']>[0];

function endingOf(state: ImportState): readonly [NoticeTone, Sentence, Sentence] {
  const { mode, isWritten, isStopped, hasFailed, problemRows } = state;
  if (hasFailed) return ['error', 'imports.done.failed', 'imports.done.failed.next'];
  if (isStopped)
    return [
      'warning',
      'imports.done.stopped',
      isWritten ? 'imports.done.stopped.next' : 'imports.done.stopped.nothing',
    ];
  if (mode === 'test')
    return [
      problemRows === 0 ? 'success' : 'info',
      'imports.done.test',
      problemRows === 0 ? 'imports.done.test.good' : 'imports.done.test.some',
    ];
  return isWritten
    ? ['success', 'imports.done.written', 'imports.done.written.next']
    : ['warning', 'imports.done.nothing', 'imports.done.nothing.next'];
}

function Rows(props: {
  readonly state: ImportState;
  readonly kind: TableKind;
  readonly id: string;
}): ReactNode {
  const wording = useOfficeWording();
  const { t, formatNumber } = wording;
  const { problems, problemRows } = props.state;
  return (
    <div className={css('rows')}>
      <a className={css('back')} href={outcomesPath(props.id)} download>
        <Icon name="here" />
        {t('imports.back')}
      </a>
      {problems.length > 0 && (
        <Table
          caption={t('imports.problems')}
          rows={problems}
          keyOf={({ row }) => String(row)}
          columns={columnsOf(wording, props.kind)}
        />
      )}
      {problemRows > problems.length && (
        <p className={css('more')}>
          {t('imports.problems.first', {
            count: formatNumber(problems.length),
            all: formatNumber(problemRows),
          })}
        </p>
      )}
    </div>
  );
}

function columnsOf(
  wording: OfficeWording,
  kind: TableKind,
): readonly Column<ImportState['problems'][number]>[] {
  const { t } = wording;
  return [
    {
      key: 'cell',
      head: t('imports.problems.cell'),
      isRowHead: true,
      cell: ({ row, errors }) => (
        <span className={css('cells')}>
          {errors.map(({ address }) => address.replace(/^row /, '') || row).join(', ')}
        </span>
      ),
    },
    {
      key: 'wrong',
      head: t('imports.problems.wrong'),
      cell: ({ errors }) => (
        <ul className={css('wrong')}>
          {errors.map((error) => (
            <li key={`${error.address} ${error.says}`}>{sayRowProblem(wording, kind, error)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'outcome',
      head: t('imports.problems.outcome'),
      cell: ({ outcome }) => (
        <StateMark
          shape={outcome === 'waiting' ? 'waiting' : 'refused'}
          tone={outcome === 'waiting' ? 'amber' : 'red'}
          word={t(`imports.count.${outcome}`)}
        />
      ),
    },
  ];
}
