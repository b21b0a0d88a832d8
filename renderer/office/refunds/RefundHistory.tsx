import type { ReactNode } from 'react';
import type { RefundDetail } from '../../../shared/sync/adminRefundsApi.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './OneRefund.module.css';

const css = classesOf(styles);
type Step = RefundDetail['steps'][number];

/** All that was done about it, the newest first; the decision it rests on at its beginning. */
export function RefundHistory(props: { readonly detail: RefundDetail }): ReactNode {
  const { t, formatDate, formatList } = useOfficeWording();
  const { steps, decision, refund } = props.detail;
  return (
    <section>
      <SectionHead title={t('records.history')} level={2} />
      <ol className={css('steps')} reversed>
        {steps.toReversed().map((step) => (
          <OneStep key={`${step.at} ${step.step}`} step={step} />
        ))}
        <li className={css('step')}>
          <span className={css('when')}>
            {formatDate(decision?.at ?? refund.approvedAt, 'moment')}
          </span>
          <span className={css('did')}>
            {t('refunds.step.approved', { who: formatList(decision?.signedBy ?? ['–']) })}
          </span>
        </li>
      </ol>
    </section>
  );
}

function OneStep(props: { readonly step: Step }): ReactNode {
  const { t, formatDate } = useOfficeWording();
  const { step, at, lastAt, times, by, why } = props.step;
  const isAsked = by !== null;
  return (
    <li className={css('step')}>
      <span className={css('when')}>{formatDate(at, 'moment')}</span>
      <div className={css('did')}>
        <p>{t(`refunds.step.${step}`, { who: by ?? '–' })}</p>
        {why !== null && (
          <p className={css(isAsked ? 'reason' : 'answer')} {...(!isAsked && { translate: 'no' })}>
            {why}
          </p>
        )}
        {times > 1 && (
          <p className={css('answer')}>
            {t('refunds.step.times', { count: times, when: formatDate(lastAt, 'moment') })}
          </p>
        )}
      </div>
    </li>
  );
}
