import { type ReactNode, useEffect, useRef } from 'react';
import { LateBecause } from '../../../../shared/facts/decisionFacts.ts';
import type { Refusal } from '../../../../shared/facts/refusal.ts';
import type { VerdictId } from '../../../../shared/ids.ts';
import type { CaseDecision } from '../../../../shared/policy/decision.ts';
import type { DecideVerdict } from '../../../actions/decideVerdict.ts';
import { IconButton } from '../../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { Select } from '../../../components/generic/fields/Select.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { Notice } from '../../../components/generic/surfaces/Notice.tsx';
import { Identifier } from '../../../components/returns/Identifier.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { sayRefusal } from '../../../wording/sayRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { AskSecond } from './AskSecond.tsx';
import { Beside } from './Beside.tsx';
import type { BegunDecisions } from './begunDecisions.ts';
import { isPaying, type OpenPart } from './completed.ts';
import styles from './DecidingPanel.module.css';
import { type DecisionDraft, raised } from './decisionDraft.ts';
import { decidedWith, offeredFor } from './draftOfCase.ts';
import { focusOn } from './focusOn.ts';
import { PortionChoices } from './PortionChoices.tsx';
import { Questions } from './Questions.tsx';
import { SignHere } from './SignHere.tsx';
import { Total } from './Total.tsx';
import { useDeciding } from './useDeciding.ts';
import { WhatIsWanted } from './WhatIsWanted.tsx';

type Props = {
  readonly view: CaseView;
  /** Decisions this person has begun and not signed. */
  readonly drafts: BegunDecisions;
  readonly onClose: () => void;
  /** What the PIN was refused for; null once it is signed. */
  readonly onDecide: (input: DecideVerdict) => Promise<ActionRefusal | null>;
  /** The panel is not there any more to say it. */
  readonly onRefused: (refusal: ActionRefusal) => void;
};

/**
 * Where money is decided, beside the evidence and never over it: every question as the answers raise
 * it, a choice per portion, a reason, what is still missing, the PIN.
 */
export function DecidingPanel(props: Props): ReactNode {
  const verdictId = props.view.file.heads[0];
  const asked = decidedWith(props.view, { answers: {} });
  return asked && verdictId ? (
    <Beside>
      <Deciding {...props} asked={asked} verdictId={verdictId} />
    </Beside>
  ) : null;
}

function Deciding(
  props: Props & { readonly asked: CaseDecision; readonly verdictId: VerdictId },
): ReactNode {
  const { t } = useWording();
  const { view } = props;
  const deciding = useDeciding(props);
  const { change, decided, draft, first, fit, isProving, missing, open } = deciding;
  const panel = useRef<HTMLElement | null>(null);
  const start = useRef(missing[0] ?? { part: 'pin' as const });
  useEffect(() => {
    const before = document.activeElement;
    focusOn(panel.current, start.current);
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  // What comes meanwhile may take the field of the PIN away from under the hands.
  const [next] = missing;
  const isMissing = next !== undefined;
  const asked = useRef(next);
  useEffect(() => {
    asked.current = next;
  });
  useEffect(() => {
    if (isMissing && asked.current && document.activeElement === document.body)
      focusOn(panel.current, asked.current);
  }, [isMissing]);
  const { onClose } = props;
  const goTo = (part: OpenPart) => {
    deciding.setOpen(part);
    focusOn(panel.current, part);
  };
  const sign = async () => {
    const still = await deciding.sign();
    if (still) focusOn(panel.current, still);
  };
  const offered = offeredFor(view);
  useKeys({
    sign: () => void sign(),
    closeColumn: isProving ? () => {} : onClose,
    whichDecision: (digit) => {
      if (isProving) return;
      const decision = offered[Number(digit) - 1];
      if (decision === undefined) return;
      isByKey.current = true;
      change({ decision });
    },
  });
  // Hands at the keys go on where this decision wants something said, drawn with it.
  const isByKey = useRef(false);
  useEffect(() => {
    if (!isByKey.current) return;
    isByKey.current = false;
    focusOn(panel.current, firstOf(draft.decision) ?? asked.current ?? { part: 'pin' });
  }, [draft.decision]);

  return (
    <aside
      ref={panel}
      className={styles['panel']}
      aria-label={t('desk.sheet', { client: view.clientName })}
    >
      <header className={styles['head']}>
        <div className={styles['whose']}>
          <h2 className={styles['title']}>{t('desk.sheet', { client: view.clientName })}</h2>
          {view.file.returnCase.rma && <Identifier value={view.file.returnCase.rma} size="small" />}
        </div>
        <IconButton
          icon="cross"
          label={t('action.close')}
          isDisabled={isProving}
          onPress={props.onClose}
        />
      </header>
      <form
        className={styles['form']}
        // What was signed a moment ago is what is proved.
        inert={isProving}
        onSubmit={(event) => event.preventDefault()}
      >
        {first && (
          <Notice
            icon="people"
            title={t('desk.first', { name: view.people.get(first.personId)?.name ?? '' })}
          >
            {first.reason}
          </Notice>
        )}
        {deciding.sinceBegun && (
          <Notice tone="warning" title={t(`desk.begun.${deciding.sinceBegun}`)}>
            {t(`desk.begun.${deciding.sinceBegun}.do`)}
          </Notice>
        )}
        {view.references?.contract === null && <NoContract />}
        <SegmentedChoice
          label={t('desk.decision')}
          layout="grid"
          chosen={draft.decision}
          onChoose={(decision) => change({ decision })}
          keys={keyNames('whichDecision')}
          segments={offered.map((key) => ({
            key,
            word: t(`desk.decision.${key}`),
            hint: t(`desk.decision.${key}.hint`),
          }))}
        />
        {isPaying(draft) && (
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
            <Total view={view} decision={decided} totals={deciding.totals} />
            {deciding.wantsSecond && (
              <AskSecond view={view} asks={draft.asks} onAsk={(asks) => change({ asks })} />
            )}
            {deciding.isLate && (
              <Select
                label={t('desk.late')}
                chosen={deciding.lateBecause}
                onChoose={(lateBecause) => change({ lateBecause })}
                choices={LateBecause.options.map((key) => ({ key, word: t(`late.${key}`) }))}
              />
            )}
          </>
        )}
        {draft.decision === 'sendBack' && hasGranted(view) && (
          <Notice icon="gavel" title={t('desk.sendBack.granted')}>
            {t('desk.sendBack.granted.do')}
          </Notice>
        )}
        {draft.decision === 'sendBack' && (
          <WhatIsWanted view={view} wanted={draft.wanted} onWant={(wanted) => change({ wanted })} />
        )}
        <div data-part="reason">
          <TextField
            label={t('desk.reason')}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            lines="many"
            most={1000}
            isOptional={draft.decision === 'approve' || draft.wanted.length > 0}
            problem={open?.part === 'reason' ? t('refusal.reasonRequired.do') : null}
          />
        </div>
      </form>
      <SignHere deciding={deciding} onGo={goTo} onSign={() => void sign()} />
    </aside>
  );
}

/** Where a decision begins that is not the policy's own. */
function firstOf(decision: DecisionDraft['decision']): Parameters<typeof focusOn>[1] | null {
  if (decision === 'sendBack') return { part: 'nothing' };
  if (decision === 'override') return { part: 'sum' };
  return decision === 'decline' ? { part: 'reason' } : null;
}

function hasGranted({ file }: CaseView): boolean {
  return file.grants.some(({ decision }) => decision !== 'decline');
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
