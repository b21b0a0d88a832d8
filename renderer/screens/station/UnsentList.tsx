import type { ReactNode } from 'react';
import { Table } from '../../components/generic/lists/Table.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { type UnsentRecord, useUnsent } from '../../queries/station/unsent.ts';
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
