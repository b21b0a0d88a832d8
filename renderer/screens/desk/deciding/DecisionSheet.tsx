import { type ReactNode, useState } from 'react';
import { pendingOn } from '../../../../shared/cases/decisions/signatures.ts';
import { termsOf } from '../../../../shared/cases/decisions/verdict.ts';
import { LateBecause } from '../../../../shared/facts/decisionFacts.ts';
import type { Refusal } from '../../../../shared/facts/refusal.ts';
import type { VerdictId } from '../../../../shared/ids.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import type { DecideVerdict } from '../../../actions/decideVerdict.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { PinField } from '../../../components/generic/fields/PinField.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { Select } from '../../../components/generic/fields/Select.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../../components/generic/surfaces/Sheet.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import styles from './DecisionSheet.module.css';
import {
  completed,
  type DecisionDraft,
  fitted,
  type OpenPart,
  type ReadAmount,
  raised,
  totalOf,
} from './decisionDraft.ts';
import { clearedBy, decidedWith, offeredFor, startOf, wantedOf } from './draftOfCase.ts';
import { PortionChoices } from './PortionChoices.tsx';
import { Questions } from './Questions.tsx';
import { Total } from './Total.tsx';

/** Where money is decided: every question as the answers raise it, a choice per portion, a reason, the PIN. */
export function DecisionSheet(props: {
  readonly view: CaseView;
  /** Decisions begun and not signed, by case. */
  readonly drafts: Map<string, DecisionDraft>;
  readonly onClose: () => void;
  readonly onDecide: (input: DecideVerdict) => void;
}): ReactNode {
  const verdictId = props.view.file.heads[0];
  const asked = decidedWith(props.view, { answers: {} });
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
  const wording = useWording();
  const { t, readAmount } = wording;
  const { view, asked, verdictId } = props;
  const { person } = useActionContext();
  const caseId = view.file.returnCase.id;
  const pending = pendingOn(verdictId, view.file);
  const first = pending.find((d) => d.personId !== person.personId) ?? null;
  const [draft, setDraft] = useState<DecisionDraft>(
    () => props.drafts.get(caseId) ?? startOf(wording, view, asked, first),
  );
  const [pin, setPin] = useState('');
  const [open, setOpen] = useState<OpenPart | null>(null);
  // The answers so far may raise the next question: the policy is asked again with each of them.
  const decided = decidedWith(view, draft) ?? asked;
  const fit = fitted(draft, decided, wantedOf(view));
  const read: ReadAmount = (typed) => readAmount(typed, decided.currency);
  const change = (part: Partial<DecisionDraft>) => {
    const changed = { ...fit, ...part };
    const next = part.answers ? clearedBy(view, changed, decided) : changed;
    setDraft(next);
    props.drafts.set(caseId, next);
    setOpen(null);
  };
  const isPaying = draft.decision === 'approve' || draft.decision === 'override';
  const isLate = view.standing !== null && view.standing.today > view.standing.deadline.dueOn;

  const sign = (): void => {
    const done = completed(fit, decided, pin, read, view.file);
    if (!done.ok) {
      setOpen(done.refusal);
      return;
    }
    const inspection = view.file.inspections.find((i) => i.verdictId === verdictId);
    const terms =
      inspection && view.references
        ? termsOf(decided, inspection, view.file, view.references)
        : null;
    const own = pending.filter((d) => d.personId === person.personId).map((d) => d.id);
    props.onDecide({
      caseId,
      verdictId,
      pin,
      ...done.value,
      ...(isPaying && terms ? { terms } : {}),
      ...(own.length > 0 ? { replaces: own } : {}),
      ...(isLate ? { lateBecause: draft.lateBecause } : {}),
    });
  };

  useKeys({ sign });

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
            keys={keyNames('sign')}
            onPress={sign}
          >
            {t(`desk.sign.${draft.decision}`)}
          </Button>
        </>
      }
    >
      <form className={styles['form']} onSubmit={(event) => event.preventDefault()}>
        {first && (
          <Notice
            icon="people"
            title={t('desk.first', { name: view.people.get(first.personId)?.name ?? '' })}
          >
            {first.reason}
          </Notice>
        )}
        {view.references?.contract === null && <NoContract />}
        <SegmentedChoice
          label={t('desk.decision')}
          layout="grid"
          chosen={draft.decision}
          onChoose={(decision) => change({ decision })}
          segments={offeredFor(view).map((key) => ({
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
              questions={raised(fit, decided)}
              precedents={view.precedents}
              answers={draft.answers}
              view={view}
              open={open}
              onAnswer={(answers) => change({ answers })}
            />
            <PortionChoices
              view={view}
              decision={decided}
              draft={fit}
              open={open}
              onChoose={(choices) => change({ choices })}
            />
            {open?.part === 'nothing' && <Notice tone="error" title={t('desk.nothing')} />}
            <Total view={view} decision={decided} totals={totalOf(fit, decided, read)} />
            {isLate && (
              <Select
                label={t('desk.late')}
                chosen={draft.lateBecause}
                onChoose={(lateBecause) => change({ lateBecause })}
                choices={LateBecause.options.map((key) => ({ key, word: t(`late.${key}`) }))}
              />
            )}
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

const noContract: Refusal = { code: 'policyCannotDecide', field: 'contract', why: 'missing' };

function NoContract(): ReactNode {
  const wording = useWording();
  const words = sayRefusal(wording, noContract);
  return (
    <Notice tone="warning" title={words.what}>
      {words.toDo}
    </Notice>
  );
}
