import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Select } from '../../components/generic/fields/Select.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import { sayChoice } from '../form/sayField.ts';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneImport.module.css';
import { sayPath } from './sayImport.ts';
import type { LookedAt } from './useImport.ts';

const css = classesOf(styles);

type CodeFound = LookedAt['codes'][number];
type Props = {
  readonly looked: LookedAt;
  readonly isDisabled: boolean;
  readonly onChoose: (field: string, word: string, code: string) => void;
};

/** Every word of the file for one of our codes; what nobody knows stands first. */
export function CodesTable(props: Props): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { looked } = props;
  if (looked.codes.length === 0) return null;
  const rows = looked.codes.toSorted(
    (one, other) => Number(one.code !== null) - Number(other.code !== null),
  );
  return (
    <section className={css('part')}>
      <SectionHead title={t('imports.codes')} />
      <p className={css('lead')}>{t('imports.codes.lead')}</p>
      <Table
        caption={t('imports.codes')}
        isCaptionHidden
        rows={rows}
        keyOf={({ field, word }) => `${field} ${word}`}
        columns={columnsOf(wording, props)}
      />
    </section>
  );
}

function columnsOf(wording: OfficeWording, props: Props): readonly Column<CodeFound>[] {
  const { t } = wording;
  const { looked } = props;
  const lastOf = (path: string) => path.split('.').at(-1) ?? path;
  return [
    {
      key: 'word',
      head: t('imports.codes.word'),
      isRowHead: true,
      cell: ({ word }) => <span className={css('samples')}>{word}</span>,
    },
    {
      key: 'field',
      head: t('imports.codes.field'),
      cell: ({ field }) => sayPath(wording, looked.table, field),
    },
    {
      key: 'code',
      head: t('imports.codes.code'),
      cell: ({ field, word, code }) => (
        <Select
          label={t('imports.codes.of', { word })}
          isLabelHidden
          chosen={code}
          choices={(looked.fields.find(({ path }) => path === field)?.codes ?? []).map((key) => ({
            key,
            word: sayChoice(wording, lastOf(field), key),
          }))}
          onChoose={(chosen) => props.onChoose(field, word, chosen)}
          problem={code === null ? t('imports.codes.none') : null}
          isDisabled={props.isDisabled}
        />
      ),
    },
    {
      key: 'by',
      head: t('imports.by.title'),
      cell: ({ by }) => (
        <span className={css('by')}>{by === null ? '' : t(`imports.by.${by}`)}</span>
      ),
    },
  ];
}
