import type { ReactNode } from 'react';
import { grantedOnLines } from '../../../shared/cases/decisions/grants.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { Money } from '../../components/returns/Money.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PolicyPanel.module.css';

/** What was granted of the delivered order lines already, in this case and, as far as is known here, in others. */
export function GrantedBefore(props: { readonly view: CaseView }): ReactNode {
  const { t, formatNumber } = useWording();
  const { file, references, orderLines } = props.view;
  const own = grantedOnLines(file.grants).map((line) => ({ ...line, where: 'before' as const }));
  const others = (references?.grantedElsewhere ?? []).map((line) => ({
    ...line,
    where: 'elsewhere' as const,
  }));
  const all = [...own, ...others].filter((line) => line.value > 0 || line.quantity > 0);
  if (all.length === 0) return null;
  return (
    <section className={styles['whole']}>
      <SectionHead level={3} title={t('policy.granted')} />
      <ul className={styles['granted']}>
        {all.map((line) => {
          const orderLine = orderLines.find((o) => o.id === line.orderLineId);
          return (
            <li key={`${line.where} ${line.orderLineId}`} className={styles['grantedLine']}>
              <span>
                {orderLine && <Identifier value={orderLine.orderNumber} size="small" />}{' '}
                {t(`policy.granted.${line.where}`, {
                  quantity: formatNumber(line.quantity),
                  shipped: formatNumber(orderLine?.shippedQuantity ?? 0),
                })}
              </span>
              <Money minor={line.value} currency={orderLine?.currency ?? 'USD'} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
