import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneImport.module.css';
import { sayPath } from './sayImport.ts';
import type { LookedAt } from './useImport.ts';

const css = classesOf(styles);
type ColumnFound = LookedAt['columns'][number];

type Props = {
  readonly looked: LookedAt;
  readonly isDisabled: boolean;
  readonly onChoose: (heading: string, path: string) => void;
};

/** Which column is which field: guessed, and changed by whoever knows better. */
export function ColumnsTable(props: Props): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { looked } = props;
  return (
    <section className={css('part')}>
      <SectionHead
        title={t('imports.columns')}
        aside={<span className={css('rows')}>{t('imports.rows', { count: looked.rows })}</span>}
      />
      <Table
        caption={t('imports.columns')}
        isCaptionHidden
        rows={looked.columns}
        keyOf={({ letters }) => letters}
        columns={columnsOf(wording, props)}
      />
    </section>
  );
}

function columnsOf(wording: OfficeWording, props: Props): readonly Column<ColumnFound>[] {
  const { t } = wording;
  const { looked } = props;
  const choices = [
    { key: '', word: t('imports.field.none') },
    ...looked.fields.map(({ path }) => ({ key: path, word: sayPath(wording, looked.table, path) })),
  ];
  const written = ({ decimal, date, by }: ColumnFound) =>
    [
      ...(by === null ? [] : [t(`imports.by.${by}`)]),
      ...(decimal === null ? [] : [t(`imports.decimal.${decimal}`)]),
      ...(date === null ? [] : [t(`imports.date.${date}`)]),
    ].join(' · ');
  return [
    {
      key: 'heading',
      head: t('imports.column'),
      isRowHead: true,
      cell: ({ heading, letters }) => (
        <span className={css('heading')}>
          <span className={css('letters')}>{letters}</span>
          {heading}
        </span>
      ),
    },
    {
      key: 'samples',
      head: t('imports.samples'),
      cell: ({ samples }) => (
        <span className={css('samples')}>
          {samples.map((sample) => sample.slice(0, 24)).join('  ·  ')}
        </span>
      ),
    },
    {
      key: 'field',
      head: t('imports.field'),
      cell: ({ heading, field }) => (
        <Select
          label={t('imports.field.of', { heading })}
          isLabelHidden
          chosen={field ?? ''}
          choices={choices}
          onChoose={(path) => props.onChoose(heading, path)}
          isDisabled={props.isDisabled}
        />
      ),
    },
    {
      key: 'by',
      head: t('imports.by.title'),
      cell: (column) => <span className={css('by')}>{written(column)}</span>,
    },
  ];
}
