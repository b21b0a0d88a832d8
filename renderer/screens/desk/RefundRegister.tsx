import type { ReactNode } from 'react';
import type { Refund } from '../../../shared/returns/documents.ts';
import { Identifier } from '../../components/Identifier.tsx';
import { Money } from '../../components/Money.tsx';
import { Particulars } from '../../components/Particulars.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** What central has started, with the clauses it rests on. */
export function RefundRegister(props: { readonly refunds: readonly Refund[] }): ReactNode {
  const { t, formatDate } = useWording();
  if (props.refunds.length === 0) return null;
  return (
    <section>
      <SectionHead level={3} title={t('desk.refunds')} />
      {props.refunds.map((refund) => (
        <Particulars
          key={refund.id}
          items={[
            {
              name: t('desk.refund.amount'),
              value: <Money minor={refund.amount} currency={refund.currency} />,
            },
            { name: t('desk.refund.state'), value: t(`refundState.${refund.state}`) },
            {
              name: t('desk.refund.started'),
              value: refund.startedAt ? formatDate(refund.startedAt, 'moment') : '–',
            },
            {
              name: t('desk.refund.note'),
              value: <Identifier value={refund.creditNote} isPlain />,
            },
            { name: t('desk.refund.clauses'), value: refund.clauses.join(' · '), isWide: true },
          ]}
        />
      ))}
    </section>
  );
}
