import { type ReactNode, useState } from 'react';
import { awaitsSecondApproval } from '../../../../shared/cases/decisions/approval.ts';
import { contradictions, isOutdated } from '../../../../shared/cases/decisions/signatures.ts';
import { isDeclinedForGood, isGrantedWhole } from '../../../../shared/cases/reading/caseFile.ts';
import { ownHandsOn } from '../../../../shared/cases/reading/fourEyes.ts';
import type { DecideVerdict } from '../../../actions/decideVerdict.ts';
import type { RefusedDecision } from '../../../actions/decisionInHand.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { SevenDayBar } from '../../../components/returns/deadlines/SevenDayBar.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import { Money } from '../../../components/returns/Money.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useCase } from '../../../queries/oneCase/oneCase.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { HistoryButton } from '../../../workflow/history/CaseHistory.tsx';
import { HoldButton, Holds } from '../../holds/Holds.tsx';
import { InspectAgain } from '../../inspections/InspectAgain.tsx';
import { SinceArrival } from '../../inspections/SinceArrival.tsx';
import { PolicyPanel } from '../../policy/PolicyPanel.tsx';
import { RefusedBefore } from '../../refused/RefusedBefore.tsx';
import { ReportButton } from '../../report/ReportButton.tsx';
import type { BegunDecisions } from '../deciding/begunDecisions.ts';
import { DecidingPanel } from '../deciding/DecidingPanel.tsx';
import { Contested } from './Contested.tsx';
import { ClaimBeside } from './compare/ClaimBeside.tsx';
import { DecisionsRead } from './DecisionsRead.tsx';
import { Evidence } from './Evidence.tsx';
import { InspectionsRead } from './InspectionsRead.tsx';
import styles from './OpenCase.module.css';
import { Proposal } from './Proposal.tsx';
import { RefundRegister } from './RefundRegister.tsx';
import { Rivals } from './Rivals.tsx';
import { UncountedParcels } from './UncountedParcels.tsx';
import { whoIsAsked, whyTwoSign } from './whyTwoSign.ts';

type Props = {
  readonly caseId: string;
  readonly drafts: BegunDecisions;
  /** What the PIN was refused for; null once it is signed. */
  readonly onDecide: (input: DecideVerdict, name: string) => Promise<ActionRefusal | null>;
  /** It is not on the screen any more. */
  readonly onRefused: (refused: RefusedDecision) => void;
};

/** One case at the desk: the proposal first, evidence beside the claim, then the clauses. */
export function OpenCase(props: Props): ReactNode {
  const { t } = useWording();
  const view = useCase(props.caseId);
  if (!view)
    return <EmptyState title={t(view === null ? 'refusal.unknownCase' : 'loading.title')} />;
  return <Opened view={view} {...props} />;
}

function Opened(props: Props & { readonly view: CaseView }): ReactNode {
  const { t } = useWording();
  const { view } = props;
  const { file } = view;
  const { person } = useActionContext();
  const [isDeciding, setDeciding] = useState(false);
  const hands = ownHandsOn(file, person.personId)?.hands ?? null;
  const canDecide = file.heads.length > 0 && waitsForPerson(view, person.personId);
  const mayDecide = canDecide && hands === null && view.decision?.ok === true;
  const maySendBack = isGrantedWhole(file) && hands === null && view.decision?.ok === true;
  useKeys({ decide: mayDecide ? () => setDeciding(true) : null });
  const name = file.returnCase.rma ?? view.clientName;

  return (
    <article className={styles['case']}>
      <Head view={view} mayDecide={mayDecide} onDecide={() => setDeciding(true)} />
      {view.decision?.ok && <Proposal decision={view.decision.value} />}
      <Standing
        view={view}
        hands={canDecide ? hands : null}
        onSendBack={maySendBack ? () => setDeciding(true) : null}
      />
      <RefusedBefore view={view} />
      {file.heads.length > 1 && <Rivals view={view} mayChoose={hands === null} />}
      <RefundRegister view={view} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <ClaimBeside view={view} />
          <div>
            <InspectionsRead view={view} />
          </div>
          <SectionHead title={t('desk.evidence')} />
          <Evidence view={view} />
          <DecisionsRead view={view} />
        </div>
        <div className={styles['column']}>
          <SectionHead title={t('bench.policy')} />
          <PolicyPanel view={view} isMoneyShown />
        </div>
      </div>
      {isDeciding && (
        <DecidingPanel
          view={view}
          drafts={props.drafts}
          onClose={() => setDeciding(false)}
          onDecide={async (input) => {
            const refusal = await props.onDecide(input, name);
            if (!refusal) setDeciding(false);
            return refusal;
          }}
          onRefused={(refusal) => props.onRefused({ refusal, caseId: props.caseId, name })}
        />
      )}
    </article>
  );
}

function Head(props: {
  readonly view: CaseView;
  readonly mayDecide: boolean;
  readonly onDecide: () => void;
}): ReactNode {
  const { t } = useWording();
  const { view } = props;
  const decision = view.decision?.ok ? view.decision.value : null;
  return (
    <header className={styles['head']}>
      <div className={styles['whose']}>
        <h2 className={styles['title']} dir="auto" title={view.clientName}>
          {view.clientName || t('blind.opened')}
        </h2>
        <p className={styles['under']}>
          {view.file.returnCase.rma && <Identifier value={view.file.returnCase.rma} />}
          <span>{t(isHalfSigned(view) ? 'state.approvedOnce' : `state.${view.file.state}`)}</span>
        </p>
      </div>
      <SevenDayBar standing={view.standing} uncounted={view.uncounted} />
      {decision && decision.refundAmount > 0 && view.file.state !== 'settled' && (
        <Money minor={decision.refundAmount} currency={decision.currency} size="large" />
      )}
      <Button
        look="primary"
        icon="gavel"
        keys={keyNames('decide')}
        isDisabled={!props.mayDecide}
        onPress={props.onDecide}
      >
        {t('desk.decide')}
      </Button>
    </header>
  );
}

/** What stands between this person and a decision, or between a decision and the money. */
function Standing(props: {
  readonly view: CaseView;
  readonly hands: 'received' | 'inspected' | null;
  /** What was granted whole is decided no more, and may be sent back; null: it may not. */
  readonly onSendBack: (() => void) | null;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { view } = props;
  const { file } = view;
  const half = awaitsSecondApproval(file, view.references);
  return (
    <div className={styles['notices']}>
      {props.hands && (
        <Notice
          tone="warning"
          icon="people"
          title={t('refusal.ownHandsOnCase', { hands: props.hands })}
        >
          {t('refusal.ownHandsOnCase.do')}
        </Notice>
      )}
      <UncountedParcels view={view} />
      <Contested view={view} />
      {half && contradictions(file).length === 0 && (
        <Notice icon="people" title={t('desk.second')}>
          <p>{whyTwoSign(wording, view, half)}</p>
          {half.asks && <p>{whoIsAsked(wording, view, half.personId, half.asks)}</p>}
        </Notice>
      )}
      <SinceArrival view={view} />
      <Holds view={view} caseId={file.returnCase.id} />
      <div className={styles['steps']}>
        {!isOver(file.state) && <HoldButton caseId={file.returnCase.id} arrivalId={null} />}
        {file.heads.length > 0 && <InspectAgain view={view} />}
        {props.onSendBack && (
          <Button icon="undo" onPress={props.onSendBack}>
            {t('desk.decision.sendBack')}
          </Button>
        )}
        <ReportButton view={view} />
        <HistoryButton caseId={file.returnCase.id} />
      </div>
    </div>
  );
}

/** Two must sign, and no two have signed the same yet. */
function isHalfSigned({ file, references }: CaseView): boolean {
  return awaitsSecondApproval(file, references) !== null;
}

/** A verdict stands proposed, or approved once where two must, and not yet by this person. */
function waitsForPerson(view: CaseView, personId: string): boolean {
  const { state } = view.file;
  if (state === 'partlyDecided' && isDeclinedForGood(view.file)) return false;
  if (state === 'verdictProposed' || state === 'partlyDecided') return true;
  // Whoever takes part in a disagreement may still agree with the other.
  if (contradictions(view.file).length > 0) return true;
  const first = awaitsSecondApproval(view.file, view.references);
  return (
    first !== null && (first.personId !== personId || isOutdated(first, view.file, view.references))
  );
}

/** Nothing is decided any more, so nothing can wait. */
function isOver(state: CaseView['file']['state']): boolean {
  return (
    state === 'declined' ||
    state === 'settled' ||
    state === 'refundStarted' ||
    state === 'cancelled'
  );
}
