import type { ReactNode } from 'react';
import type { RefundDetail } from '../../../shared/sync/adminRefundsApi.ts';
import { Table } from '../../components/generic/lists/Table.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

type Line = RefundDetail['lines'][number] & { readonly at: number; readonly currency: string };

function amountCell({ amount, currency }: Line): ReactNode {
  return <Money minor={amount} currency={currency} />;
}

/** To whom, by what and of which goods. */
export function WhatItPays(props: { readonly detail: RefundDetail }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { refund, clauses, lines } = props.detail;
  const { currency } = refund;
  const numbered = lines.map((line, at): Line => ({ ...line, at, currency }));
  return (
    <>
      <Particulars
        items={[
          { name: t('field.client'), value: refund.client?.name ?? t('refunds.noClient') },
          { name: t('refunds.rma'), value: refund.rma ?? '–' },
          { name: t('field.site'), value: refund.site.name },
          { name: t('desk.refund.note'), value: refund.creditNote },
          { name: t('refunds.method'), value: t(`method.${refund.method}`) },
          {
            name: t('refunds.dueOn'),
            value: refund.dueOn === null ? '–' : formatDate(refund.dueOn, 'dayWithYear'),
          },
          {
            name: t('desk.refund.started'),
            value: refund.startedAt === null ? '–' : formatDate(refund.startedAt, 'moment'),
          },
          ...(refund.port === 'register'
            ? []
            : [
                {
                  name: t('refunds.attempts'),
                  value: t('refunds.attempts.times', { count: refund.attempts }),
                },
              ]),
          { name: t('desk.refund.clauses'), value: clauses.join(' · '), isWide: true },
        ]}
      />
      <Table<Line>
        caption={t('refunds.lines')}
        rows={numbered}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            key: 'line',
            head: t('refunds.line'),
            isRowHead: true,
            cell: ({ orderNumber, lineNumber }) =>
              orderNumber === null ? '–' : `${orderNumber} / ${lineNumber}`,
          },
          { key: 'article', head: t('field.article'), cell: ({ article }) => article ?? '–' },
          {
            key: 'amount',
            head: t('desk.refund.amount'),
            align: 'end',
            cell: amountCell,
          },
        ]}
        {...(lines.length > 1 && {
          sum: [null, null, <Money key="sum" minor={refund.amount} currency={currency} />],
        })}
      />
    </>
  );
}
