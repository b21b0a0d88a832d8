import { type ReactNode, useEffect, useState } from 'react';
import type { DecideVerdict } from '../../actions/decideVerdict.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { Money } from '../../components/Money.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useCase } from '../../queries/oneCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import { isTyping } from '../atWork/isTyping.ts';
import { PolicyPanel } from '../policy/PolicyPanel.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import { Evidence } from './Evidence.tsx';
import { FindingsRead } from './FindingsRead.tsx';
import styles from './OpenCase.module.css';
import { RefundRegister } from './RefundRegister.tsx';

/** One case at the desk: the proposal first, evidence beside the claim, then the clauses. */
export function OpenCase(props: {
  readonly caseId: string;
  readonly onDecide: (input: DecideVerdict, name: string) => void;
}): ReactNode {
  const { t } = useWording();
  const view = useCase(props.caseId);
  if (!view)
    return <EmptyState title={t(view === null ? 'refusal.unknownCase' : 'loading.title')} />;
  return <Opened view={view} onDecide={props.onDecide} />;
}

function Opened(props: {
  readonly view: CaseView;
  readonly onDecide: (input: DecideVerdict, name: string) => void;
}): ReactNode {
  const { t } = useWording();
  const { view } = props;
  const { file, decision } = view;
  const { person } = useActionContext();
  const [isDeciding, setDeciding] = useState(false);
  const hands = file.hands.received.includes(person.personId)
    ? 'received'
    : file.hands.inspected.includes(person.personId)
      ? 'inspected'
      : null;
  const canDecide = file.state === 'verdictProposed' || file.state === 'approved';
  useDecideKey(canDecide && hands === null, () => setDeciding(true));
  const name = file.returnCase.rma ?? view.clientName;

  return (
    <article className={styles['case']}>
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']}>{view.clientName}</h2>
          <p className={styles['under']}>
            {file.returnCase.rma && <Identifier value={file.returnCase.rma} />}
            <span>{t(`state.${file.state}`)}</span>
          </p>
        </div>
        {decision?.ok && (
          <Money
            minor={decision.value.refundAmount}
            currency={decision.value.currency}
            size="large"
          />
        )}
        <Button
          look="primary"
          icon="gavel"
          keys={['D']}
          isDisabled={!canDecide || hands !== null || !decision?.ok}
          onPress={() => setDeciding(true)}
        >
          {t('desk.decide')}
        </Button>
      </header>
      {hands && canDecide && (
        <Notice tone="warning" icon="people" title={t('refusal.ownHandsOnCase', { hands })}>
          {t('refusal.ownHandsOnCase.do')}
        </Notice>
      )}
      {file.heads.length > 1 && (
        <Notice tone="warning" title={t('refusal.verdictContested')}>
          {t('refusal.verdictContested.do')}
        </Notice>
      )}
      <RefundRegister refunds={view.refunds} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <SectionHead title={t('desk.evidence')} />
          <Evidence view={view} />
          <FindingsRead view={view} />
        </div>
        <div className={styles['column']}>
          <PolicyPanel view={view} />
        </div>
      </div>
      {isDeciding && (
        <DecisionSheet
          view={view}
          onClose={() => setDeciding(false)}
          onDecide={(input) => {
            setDeciding(false);
            props.onDecide(input, name);
          }}
        />
      )}
    </article>
  );
}

/** D opens the sheet. Deciding itself is never one key. */
function useDecideKey(isOn: boolean, open: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'd' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn, open]);
}
