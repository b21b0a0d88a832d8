import type { ReactNode } from 'react';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './Connections.module.css';
import type { Payments } from './connectionRow.ts';

const css = classesOf(styles);

/** The other way round: whom central tells of refunds, and how that goes. */
export function PaymentSystem(props: { readonly payments: Payments }): ReactNode {
  const { t, formatDate, formatNumber } = useOfficeWording();
  const { port, lastAt, accepted, failed, unanswered } = props.payments;
  return (
    <section className={css('payments')}>
      <SectionHead title={t('connections.payments')} />
      <p className={css('lead')}>{t(`connections.payments.${port}`)}</p>
      {port === 'webhook' && (
        <Particulars
          look="lines"
          items={[
            {
              name: t('connections.payments.last'),
              value: lastAt === null ? t('connections.never') : formatDate(lastAt, 'moment'),
            },
            { name: t('connections.payments.accepted'), value: formatNumber(accepted) },
            { name: t('connections.payments.failed'), value: formatNumber(failed) },
            { name: t('connections.payments.unanswered'), value: formatNumber(unanswered) },
          ]}
        />
      )}
    </section>
  );
}
