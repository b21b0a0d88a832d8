import type { ReactNode } from 'react';
import type { CaseDecision } from '../../../shared/policy/decision.ts';
import { ClauseList } from '../../components/ClauseList.tsx';
import { DeadlinePanel } from '../../components/DeadlinePanel.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Money } from '../../components/Money.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Particulars } from '../../components/Particulars.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ConflictCards } from './ConflictCards.tsx';
import { clauseLines } from './clauseLines.ts';
import { GroupVerdict } from './GroupVerdict.tsx';
import { MissingEvidence } from './MissingEvidence.tsx';
import styles from './PolicyPanel.module.css';

/** What the return policy makes of the case, live: it builds while facts arrive. */
export function PolicyPanel(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const { decision } = view;
  return (
    <div className={styles['panel']}>
      <DeadlinePanel standing={view.standing} />
      {!decision && <EmptyState title={t('policy.notYet')} next={t('policy.notYet.next')} />}
      {decision && !decision.ok && (
        <Notice tone="error" title={sayRefusal(wording, decision.refusal).what}>
          {sayRefusal(wording, decision.refusal).toDo}
        </Notice>
      )}
      {decision?.ok && <Decided view={view} decision={decision.value} />}
    </div>
  );
}

function Decided(props: { readonly view: CaseView; readonly decision: CaseDecision }): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { decision, view } = props;
  const cost = decision.shippingCost;
  return (
    <>
      <div className={styles['sum']}>
        <p className={styles['standing']} data-standing={decision.standing}>
          {t(`standing.${decision.standing}`)}
        </p>
        <Money minor={decision.refundAmount} currency={decision.currency} size="display" />
        <p className={styles['note']}>{t('policy.proposal')}</p>
      </div>
      <ConflictCards questions={decision.questions} precedents={view.precedents} />
      <MissingEvidence missing={decision.missingEvidence} view={view} />
      {decision.groups.map((group) => (
        <GroupVerdict key={group.unitGroupId} group={group} decision={decision} view={view} />
      ))}
      <section>
        <SectionHead level={3} title={t('policy.case')} />
        <Particulars
          look="lines"
          items={[
            { name: t('policy.freight'), value: t(`liability.${cost.bearer}`) },
            {
              name: t('policy.pickUp'),
              value: t(cost.wePickUp ? 'policy.pickUp.us' : 'policy.pickUp.client'),
            },
            {
              name: t('policy.versions'),
              value: t('policy.versions.are', {
                policy: decision.policyVersion,
                contract: decision.contractVersion ?? '–',
              }),
            },
          ]}
        />
        <ClauseList clauses={clauseLines(wording, decision.clauses)} />
      </section>
    </>
  );
}
