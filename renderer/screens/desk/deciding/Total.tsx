import type { ReactNode } from 'react';
import { grantedOnLines } from '../../../../shared/cases/decisions/grants.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import { Money } from '../../../components/returns/Money.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import type { Totals } from './completed.ts';
import styles from './DecidingPanel.module.css';

/** What leaves the house: the refund, the worth of the goods, the freight, and whether a second person must look too. */
export function Total(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  /** null while a typed sum cannot be read. */
  readonly totals: Totals | null;
}): ReactNode {
  const { t, formatMoney } = useWording();
  const { decision, totals, view } = props;
  const { shippingCost: freight, currency } = decision;
  const limit = view.references?.contract?.secondApprovalAbove ?? null;
  const before = grantedOnLines(view.file.grants).reduce((sum, line) => sum + line.value, 0);
  return (
    <div className={styles['sum']}>
      <p className={styles['total']}>
        <span>{t('desk.total')}</span>
        {totals === null ? '–' : <Money minor={totals.amount} currency={currency} size="large" />}
      </p>
      {totals !== null && totals.value !== totals.amount && (
        <p className={styles['freight']}>
          <span>{t('desk.worth')}</span>
          <Money minor={totals.value} currency={currency} />
        </p>
      )}
      <p className={styles['freight']}>
        <span>
          {t('policy.freight')}: {t(`liability.${freight.bearer}`)}
          {freight.rechargeTo &&
            freight.rechargeTo !== freight.bearer &&
            ` · ${t('desk.recharge', { to: t(`liability.${freight.rechargeTo}`) })}`}
        </span>
        {freight.amount !== null && <Money minor={freight.amount} currency={currency} />}
      </p>
      {limit !== null && totals !== null && before + totals.value > limit && (
        <p className={styles['earlier']}>
          {t('desk.second.ahead', { limit: formatMoney({ minor: limit, currency }) })}
        </p>
      )}
    </div>
  );
}
