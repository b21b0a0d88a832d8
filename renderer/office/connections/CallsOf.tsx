import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { connectionApi } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import { Tag } from '../../components/generic/marks/Tag.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Connections.module.css';
import { pathOf } from './connectionRow.ts';

const css = classesOf(styles);
const { path, response } = connectionApi.connectionCalls;
const atFirst = 25;

/** What it asked last and was answered, the newest first. */
export function CallsOf(props: {
  readonly id: string;
  readonly count: string;
  readonly onLook: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const [only, choose] = useState<'all' | 'refused'>('all');
  const [isWhole, showWhole] = useState(false);
  const asked = pathOf(path, props.id) + (only === 'all' ? '' : '?only=refused');
  const { answer, again } = useAsked(asked, response);
  const calls = answer?.ok ? answer.value.calls : [];
  const rows = isWhole ? calls : calls.slice(0, atFirst);
  return (
    <section className={css('part')}>
      <SectionHead
        title={t('connections.calls')}
        count={props.count}
        aside={
          <Button
            look="bare"
            icon="retake"
            onPress={() => {
              again();
              props.onLook();
            }}
          >
            {t('connections.calls.again')}
          </Button>
        }
      />
      <SegmentedChoice<'all' | 'refused'>
        label={t('connections.calls')}
        isLabelHidden
        chosen={only}
        onChoose={choose}
        segments={[
          { key: 'all', word: t('connections.calls.all') },
          { key: 'refused', word: t('connections.calls.refused') },
        ]}
      />
      {answer && !answer.ok && <AskedTrouble trouble={answer.refusal} onAgain={again} />}
      {answer?.ok && calls.length === 0 && (
        <p className={css('quiet')}>{t('connections.calls.none')}</p>
      )}
      {rows.length > 0 && (
        <Table
          caption={t('connections.calls')}
          isCaptionHidden
          rows={rows.map((call, at) => ({ ...call, place: String(calls.length - at) }))}
          keyOf={({ place }) => place}
          columns={callColumns(wording)}
        />
      )}
      {!isWhole && calls.length > atFirst && (
        <div>
          <Button onPress={() => showWhole(true)}>
            {t('connections.calls.older', { count: calls.length - atFirst })}
          </Button>
        </div>
      )}
    </section>
  );
}

type Call = z.output<typeof response>['calls'][number];

function callColumns({
  t,
  formatDate,
  formatNumber,
}: OfficeWording): readonly Column<Call & { readonly place: string }>[] {
  return [
    {
      key: 'when',
      head: t('connections.calls.when'),
      isRowHead: true,
      cell: ({ at }) => formatDate(at, 'moment'),
    },
    {
      key: 'what',
      head: t('connections.calls.what'),
      cell: ({ method, path: address, says }) => (
        <>
          <span className={css('mono')} translate="no">
            {method} {address}
          </span>
          {says !== null && (
            <p className={css('says')} lang="en">
              {says}
            </p>
          )}
        </>
      ),
    },
    {
      key: 'status',
      head: t('connections.calls.answer'),
      align: 'end',
      cell: ({ status }) => (
        <Tag tone={status >= 500 ? 'red' : status >= 400 ? 'amber' : 'rest'}>{status}</Tag>
      ),
    },
    {
      key: 'ms',
      head: t('connections.calls.ms'),
      align: 'end',
      cell: ({ ms }) => formatNumber(ms),
    },
    {
      key: 'key',
      head: t('connections.key'),
      cell: ({ key }) => (
        <span className={css('mono')} translate="no">
          {key}
        </span>
      ),
    },
  ];
}
