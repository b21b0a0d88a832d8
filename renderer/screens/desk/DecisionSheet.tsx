import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { VerdictId } from '../../../shared/ids.ts';
import type { CaseDecision } from '../../../shared/policy/decision.ts';
import { decideVerdict } from '../../../shared/returns/approval.ts';
import type { DecideVerdict } from '../../actions/decideVerdict.ts';
import { Button } from '../../components/Button.tsx';
import { Money } from '../../components/Money.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PinField } from '../../components/PinField.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import styles from './DecisionSheet.module.css';
import {
  answersOf,
  completed,
  type DecisionDraft,
  draftFor,
  fitted,
  type OpenPart,
  type ReadAmount,
  totalOf,
  type Wanted,
} from './decisionDraft.ts';
import { GroupChoices } from './GroupChoices.tsx';
import { Questions } from './Questions.tsx';

const decisions = ['approve', 'decline', 'sendBack', 'override'] as const;

/** Where money is decided: the answer to every open question, a choice per group, a reason, the PIN. */
export function DecisionSheet(props: {
  readonly view: CaseView;
  /** Decisions begun and not signed, by case. */
  readonly drafts: Map<string, DecisionDraft>;
  readonly onClose: () => void;
  readonly onDecide: (input: DecideVerdict) => void;
}): ReactNode {
  const asked = props.view.decision?.ok ? props.view.decision.value : null;
  const verdictId = props.view.file.heads[0];
  return asked && verdictId ? <Deciding {...props} asked={asked} verdictId={verdictId} /> : null;
}

function Deciding(props: {
  readonly view: CaseView;
  readonly asked: CaseDecision;
  readonly verdictId: VerdictId;
  readonly drafts: Map<string, DecisionDraft>;
  readonly onClose: () => void;
  readonly onDecide: (input: DecideVerdict) => void;
}): ReactNode {
  const { t, readAmount } = useWording();
  const { view, asked, verdictId } = props;
  const { person } = useActionContext();
  const [draft, setDraft] = useState<DecisionDraft>(
    () => props.drafts.get(view.file.returnCase.id) ?? startOf(view, asked),
  );
  const [pin, setPin] = useState('');
  const [open, setOpen] = useState<OpenPart | null>(null);
  const decided = decidedWith(view, draft) ?? asked;
  const read: ReadAmount = (typed) => readAmount(typed, decided.currency);
  const fit = fitted(draft, decided, wantedOf(view));
  const change = (part: Partial<DecisionDraft>) => {
    const next = { ...fit, ...part };
    setDraft(next);
    props.drafts.set(view.file.returnCase.id, next);
    setOpen(null);
  };
  // Two verdicts that did not know of each other: the bench settles it first.
  const offered = view.file.heads.length > 1 ? (['sendBack'] as const) : decisions;
  const isPaying = draft.decision === 'approve' || draft.decision === 'override';

  const sign = (): void => {
    const done = completed(fit, questionsOf(asked), pin, read);
    if (!done.ok) {
      setOpen(done.refusal);
      return;
    }
    props.onDecide({
      caseId: view.file.returnCase.id,
      verdictId,
      pin,
      ...done.value,
    });
  };

  useSigningKey(sign);

  return (
    <Sheet
      title={t('desk.sheet', { client: view.clientName })}
      isOpen
      onClose={props.onClose}
      place="side"
      width="wide"
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look={draft.decision === 'decline' ? 'danger' : 'primary'}
            icon="gavel"
            keys={['control', 'enter']}
            onPress={sign}
          >
            {t(`desk.sign.${draft.decision}`)}
          </Button>
        </>
      }
    >
      <form className={styles['form']} onSubmit={(event) => event.preventDefault()}>
        <SegmentedChoice
          label={t('desk.decision')}
          layout="grid"
          chosen={draft.decision}
          onChoose={(decision) => change({ decision })}
          segments={offered.map((key) => ({
            key,
            word: t(`desk.decision.${key}`),
            hint: t(`desk.decision.${key}.hint`),
          }))}
        />
        {isPaying && (
          <>
            {decided.missingEvidence.length > 0 && (
              <Notice tone="warning" icon="camera" title={t('policy.evidence')}>
                {t('refusal.evidenceMissing.do')}
              </Notice>
            )}
            <Questions
              questions={questionsOf(asked)}
              precedents={view.precedents}
              answers={draft.answers}
              open={open}
              onAnswer={(answers) => change({ answers })}
            />
            <GroupChoices
              view={view}
              decision={decided}
              draft={fit}
              open={open}
              onChoose={(choices) => change({ choices })}
            />
            <Total view={view} decision={decided} minor={totalOf(fit, decided, read)} />
          </>
        )}
        <div className={styles['sign']}>
          <TextField
            label={t('desk.reason')}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            lines="many"
            most={1000}
            isOptional={draft.decision === 'approve'}
            problem={open?.part === 'reason' ? t('refusal.reasonRequired.do') : null}
          />
          <PinField
            label={t('desk.pin', { name: person.name })}
            value={pin}
            onChange={setPin}
            onSubmit={sign}
            submitWord={t(`desk.sign.${draft.decision}`)}
            problem={open?.part === 'pin' ? t('refusal.pinRequired.do') : null}
          />
        </div>
      </form>
    </Sheet>
  );
}

/** What leaves the house: the refund, the freight, and whether a second person must look too. */
function Total(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  /** null while a typed sum cannot be read. */
  readonly minor: number | null;
}): ReactNode {
  const { t, formatMoney } = useWording();
  const { decision, minor } = props;
  const { shippingCost: freight, currency } = decision;
  const limit = props.view.references?.contract?.secondApprovalAbove ?? null;
  return (
    <div className={styles['sum']}>
      <p className={styles['total']}>
        <span>{t('desk.total')}</span>
        {minor === null ? '–' : <Money minor={minor} currency={currency} size="large" />}
      </p>
      <p className={styles['freight']}>
        <span>
          {t('policy.freight')}: {t(`liability.${freight.bearer}`)}
          {freight.rechargeTo &&
            ` · ${t('desk.recharge', { to: t(`liability.${freight.rechargeTo}`) })}`}
        </span>
        {freight.amount !== null && <Money minor={freight.amount} currency={currency} />}
      </p>
      {limit !== null && minor !== null && minor > limit && (
        <p className={styles['earlier']}>
          {t('desk.second.ahead', { limit: formatMoney({ minor: limit, currency }) })}
        </p>
      )}
    </div>
  );
}

/** Ctrl+Enter signs from anywhere in the sheet, before a focused digit takes it for a press. */
function useSigningKey(sign: () => void): void {
  const latest = useRef(sign);
  useEffect(() => {
    latest.current = sign;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function questionsOf(decision: CaseDecision) {
  const seen = new Set<string>();
  return decision.questions.filter((q) => {
    const key = `${q.question} ${q.unitGroupId ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The policy once more, over the verdict's own facts, with the answers given so far. */
function decidedWith(view: CaseView, draft: DecisionDraft): CaseDecision | null {
  const inspection = view.file.inspections.find((i) => i.verdictId === view.file.heads[0]);
  if (!inspection || !view.references) return null;
  const localDate = view.standing?.today ?? inspection.at.localDate;
  const decided = decideVerdict(inspection, view.file, view.references, {
    answers: [...answersOf(draft)],
    at: { ...inspection.at, localDate },
  });
  return decided.ok ? decided.value : null;
}

function startOf(view: CaseView, asked: CaseDecision): DecisionDraft {
  const draft = draftFor(asked, wantedOf(view));
  return view.file.heads.length > 1 ? { ...draft, decision: 'sendBack' } : draft;
}

/** What the client asked for, by group of units. */
function wantedOf({ file }: CaseView): Wanted {
  return Object.fromEntries(
    file.unitGroups.map((group) => [
      group.unitGroupId,
      file.returnCase.lines.find((line) => line.id === group.returnLineId)?.wanted ?? null,
    ]),
  );
}
