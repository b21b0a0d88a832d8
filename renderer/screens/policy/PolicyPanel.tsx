import type { ReactNode } from 'react';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { CaseDecision } from '../../../shared/policy/decision.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { EmptyState } from '../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { ClauseList } from '../../components/returns/ClauseList.tsx';
import { DeadlinePanel } from '../../components/returns/deadlines/DeadlinePanel.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { ConflictCards } from './ConflictCards.tsx';
import { clauseLines } from './clauseLines.ts';
import { GrantedBefore } from './GrantedBefore.tsx';
import { MissingEvidence } from './MissingEvidence.tsx';
import { MoneySum } from './MoneySum.tsx';
import styles from './PolicyPanel.module.css';
import { PortionVerdict } from './PortionVerdict.tsx';
import { shapes } from './standingShapes.ts';
import { WouldTurn } from './WouldTurn.tsx';

/** What the return policy makes of the case, live: it builds while facts arrive. */
export function PolicyPanel(props: {
  readonly view: CaseView;
  /** From the invoice to the refund, figure by figure: for who decides about it. */
  readonly isMoneyShown?: boolean;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const { decision } = view;
  return (
    <div className={styles['panel']}>
      {!decision && (
        <EmptyState size="part" title={t('policy.notYet')} next={t('policy.notYet.next')} />
      )}
      {decision && !decision.ok && (
        <Notice tone="error" title={sayRefusal(wording, decision.refusal).what}>
          {sayRefusal(wording, decision.refusal).toDo}
        </Notice>
      )}
      {decision?.ok && (
        <Decided view={view} decision={decision.value} isMoneyShown={props.isMoneyShown === true} />
      )}
      <section className={styles['deadline']}>
        <SectionHead level={3} title={t('policy.deadline')} />
        <DeadlinePanel
          standing={view.standing}
          uncounted={view.uncounted}
          corrected={view.corrected}
        />
      </section>
      {decision?.ok && <WouldTurn view={view} decision={decision.value} />}
    </div>
  );
}

function Decided(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  readonly isMoneyShown: boolean;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { decision, view } = props;
  const cost = decision.shippingCost;
  const policy = view.references?.policy ?? null;
  return (
    <>
      <Sum decision={decision} view={view} />
      <ConflictCards
        questions={decision.questions}
        precedents={view.precedents}
        people={view.people}
        policy={policy}
      />
      <MissingEvidence missing={decision.missingEvidence} view={view} />
      {decision.portions.map((portion) => (
        <PortionVerdict
          key={`${portion.unitGroupId} ${keyOfUnits(portion.units)}`}
          portion={portion}
          decision={decision}
          view={view}
        />
      ))}
      {props.isMoneyShown ? (
        <MoneySum view={view} decision={decision} />
      ) : (
        <GrantedBefore view={view} />
      )}
      <section className={styles['whole']}>
        <SectionHead level={3} title={t('policy.case')} />
        <Particulars
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
              isWide: true,
            },
          ]}
        />
        <ClauseList clauses={clauseLines(wording, decision.clauses, policy)} />
      </section>
    </>
  );
}

/** The proposal in one look. Money nobody has been granted yet is never shown as if it were. */
function Sum(props: { readonly decision: CaseDecision; readonly view: CaseView }): ReactNode {
  const { t, formatMoney } = useWording();
  const { decision, view } = props;
  const { heads, layers, state } = view.file;
  const ofHead = layers.find((l) => l.finished.some((f) => f.verdictId === heads[0]));
  const [shape, tone] = shapes[decision.standing];
  const atStake = decision.portions.reduce((sum, portion) => sum + portion.amountAtStake, 0);
  const isOpen = decision.standing === 'needsFacts' || decision.standing === 'needsPerson';
  return (
    <div className={styles['sum']} data-standing={decision.standing}>
      <p className={styles['standing']}>
        <StateMark shape={shape} tone={tone} word={t(`standing.${decision.standing}`)} />
      </p>
      {state === 'settled' ? null : isOpen && decision.refundAmount === 0 ? (
        <p className={styles['atStake']}>
          {t('policy.atStake', {
            amount: formatMoney({ minor: atStake, currency: decision.currency }),
          })}
        </p>
      ) : (
        <Money minor={decision.refundAmount} currency={decision.currency} size="display" />
      )}
      {!final.includes(state) && (
        <p className={styles['note']}>
          {heads.length > 1
            ? t('policy.proposal.rivals', {
                inspection: t(`inspection.${ofHead?.inspection ?? 'first'}`),
              })
            : t('policy.proposal')}
        </p>
      )}
    </div>
  );
}

/** Central has the decision: nothing is proposed any more. */
const final: readonly CaseView['file']['state'][] = [
  'declined',
  'settled',
  'refundDue',
  'refundStarted',
];
