import type { ReactNode } from 'react';
import { mostKeys } from '../../../shared/sync/connectionApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { type Column, Table } from '../../components/generic/lists/Table.tsx';
import recordStyles from '../records/OneRecord.module.css';
import type { OfficeWording } from '../wording/createOfficeWording.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Connections.module.css';
import type { ConnectionRow } from './connectionRow.ts';

const css = classesOf({ ...recordStyles, ...styles });
type KeyRow = ConnectionRow['keys'][number];

/** Its keys that are good: the one in use, and the next. */
export function KeysOf(props: {
  readonly keys: readonly KeyRow[];
  readonly onAdd: () => void;
  readonly onEnd: (key: string) => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const { keys } = props;
  return (
    <section className={css('part')}>
      <SectionHead
        title={t('connections.keys')}
        count={t('connections.keys.of', { count: keys.length, most: mostKeys })}
        aside={
          keys.length < mostKeys && (
            <Button icon="plus" onPress={props.onAdd}>
              {t('connections.keys.add')}
            </Button>
          )
        }
      />
      {keys.length === 0 ? (
        <p className={css('quiet')}>{t('connections.keys.none')}</p>
      ) : (
        <Table
          caption={t('connections.keys')}
          isCaptionHidden
          rows={keys}
          keyOf={({ key }) => key}
          columns={keyColumns(wording, props.onEnd)}
        />
      )}
      <p className={css('last')}>{t('connections.keys.rotation')}</p>
    </section>
  );
}

function keyColumns(
  { t, formatDate }: OfficeWording,
  onEnd: (key: string) => void,
): readonly Column<KeyRow>[] {
  return [
    {
      key: 'key',
      head: t('connections.key'),
      isRowHead: true,
      cell: ({ key }) => (
        <span className={css('mono')} translate="no">
          {key}
        </span>
      ),
    },
    {
      key: 'until',
      head: t('connections.goodUntil'),
      cell: ({ goodUntil }) => formatDate(goodUntil, 'dayWithYear'),
    },
    {
      key: 'used',
      head: t('connections.usedAt'),
      cell: ({ usedAt }) =>
        usedAt === null ? t('connections.never') : formatDate(usedAt, 'moment'),
    },
    {
      key: 'end',
      head: t('connections.acts'),
      align: 'end',
      cell: ({ key }) => (
        <Button
          look="bare"
          label={`${t('connections.keys.end')}: ${key}`}
          onPress={() => onEnd(key)}
        >
          {t('connections.keys.end')}
        </Button>
      ),
    },
  ];
}
