import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Table } from '../../components/Table.tsx';
import { type UnsentRecord, useUnsent } from '../../queries/unsent.ts';
import { useWording } from '../../wording/WordingProvider.tsx';

/** Every record central does not have yet, oldest first. */
export function UnsentList(): ReactNode {
  const { t, formatDate } = useWording();
  const records = useUnsent();
  if (!records) return null;
  if (records.length === 0) {
    return <EmptyState title={t('health.unsent.empty')} next={t('health.unsent.next')} />;
  }
  return (
    <Table
      caption={t('health.unsent')}
      isCaptionHidden
      columns={[
        {
          key: 'what',
          head: t('health.unsent.what'),
          isRowHead: true,
          cell: (record: UnsentRecord) => (record.kind ? t(`fact.${record.kind}`) : '–'),
        },
        {
          key: 'number',
          head: t('health.unsent.number'),
          cell: caseNumber,
        },
        {
          key: 'when',
          head: t('health.unsent.when'),
          align: 'end',
          cell: (record) => formatDate(record.savedAt, 'moment'),
        },
      ]}
      rows={records}
      keyOf={(record) => String(record.sequence)}
    />
  );
}

function caseNumber(record: UnsentRecord): ReactNode {
  return <Identifier value={record.rma ?? '–'} size="small" />;
}
