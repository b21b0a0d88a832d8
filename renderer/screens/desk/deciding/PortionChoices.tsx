import type { ReactNode } from 'react';
import { isGranted, photosMissingFor } from '../../../../shared/cases/decisions/choices.ts';
import { Disposition, ResolutionKind } from '../../../../shared/facts/codes.ts';
import { CompensationBasis } from '../../../../shared/facts/decisionFacts.ts';
import type { CaseDecision, PortionDecision } from '../../../../shared/policy/decision.ts';
import { Checkbox } from '../../../components/generic/fields/Checkbox.tsx';
import { Select } from '../../../components/generic/fields/Select.tsx';
import { StateMark } from '../../../components/generic/marks/StateMark.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { StillNeeded } from '../../policy/StillNeeded.tsx';
import { sayPortion, sayUnits } from '../../policy/sayPortion.ts';
import { shapes } from '../../policy/standingShapes.ts';
import type { OpenPart } from './completed.ts';
import styles from './DecidingPanel.module.css';
import { type ChoiceDraft, type DecisionDraft, isClear, keyOfPortion } from './decisionDraft.ts';
import { OverrideAmount } from './OverrideAmount.tsx';

/** Per portion: whether it is decided now, what the client gets, and what becomes of the goods. */
export function PortionChoices(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  readonly draft: DecisionDraft;
  readonly open: OpenPart | null;
  readonly onChoose: (choices: DecisionDraft['choices']) => void;
}): ReactNode {
  const { decision, draft } = props;
  return decision.portions.map((portion) => {
    const key = keyOfPortion(portion);
    const choice = draft.choices[key];
    return choice ? (
      <PortionChoice
        key={key}
        {...props}
        portion={portion}
        choice={choice}
        change={(part) => props.onChoose({ ...draft.choices, [key]: { ...choice, ...part } })}
      />
    ) : null;
  });
}

function PortionChoice(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  readonly draft: DecisionDraft;
  readonly open: OpenPart | null;
  readonly portion: PortionDecision;
  readonly choice: ChoiceDraft;
  readonly change: (part: Partial<ChoiceDraft>) => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatMoney } = wording;
  const { change, choice, decision, draft, open, portion, view } = props;
  const key = keyOfPortion(portion);
  const isOverride = draft.decision === 'override';
  const [shape, tone] = shapes[portion.standing];
  const final = isGranted(portion, view.file);
  const photos = photosMissingFor(portion, decision);
  const isAnswered = isClear(portion) || (isOverride && portion.standing === 'needsFacts');
  const may = isAnswered && photos.length === 0;
  const optionOf = (kind: ResolutionKind) => portion.resolutions.find((r) => r.kind === kind);
  const kinds = isOverride ? ResolutionKind.options : portion.resolutions.map((r) => r.kind);
  const problemOf = (part: 'amount' | 'basis') =>
    open?.part === part && open.key === key ? open : null;
  const amount = problemOf('amount');
  return (
    <div className={styles['group']} data-part={key}>
      <div className={styles['portion']}>
        <Checkbox
          isChecked={choice.isNow && may}
          isDisabled={!may}
          onChange={(isNow) => change({ isNow })}
          hint={sayUnits(wording, portion)}
        >
          {sayPortion(wording, view.file, portion)}
        </Checkbox>
        <StateMark shape={shape} tone={tone} word={t(`standing.${portion.standing}`)} />
      </div>
      {!choice.isNow || !may ? (
        <div className={styles['earlier']}>
          {!final && !may && <StillNeeded missing={portion.missing} shots={photos} />}
          <p>
            {t(final ? 'desk.portion.final' : may ? 'desk.portion.later' : 'desk.portion.open')}
          </p>
        </div>
      ) : (
        <>
          <div className={styles['pair']}>
            <Select
              label={t('desk.resolution')}
              chosen={choice.resolution}
              onChoose={(resolution) => change({ resolution })}
              choices={kinds.map((kind) => ({
                key: kind,
                word: t(`resolution.${kind}`),
                hint: formatMoney({
                  minor: optionOf(kind)?.amount ?? 0,
                  currency: decision.currency,
                }),
              }))}
            />
            <Select
              label={t('desk.disposition')}
              chosen={choice.disposition}
              onChoose={(disposition) => change({ disposition })}
              choices={(isOverride ? Disposition.options : portion.dispositions).map((one) => ({
                key: one,
                word: t(`disposition.${one}`),
              }))}
            />
          </div>
          {isOverride && (
            <OverrideAmount
              currency={decision.currency}
              typed={choice.overrideAmount}
              onType={(overrideAmount) => change({ overrideAmount })}
              refusal={amount && 'refusal' in amount ? amount.refusal : null}
            />
          )}
          {!isOverride && choice.resolution === 'compensation' && (
            <div className={styles['pair']}>
              <OverrideAmount
                currency={decision.currency}
                typed={choice.compensation}
                onType={(compensation) => change({ compensation })}
                refusal={amount && 'refusal' in amount ? amount.refusal : null}
                label={t('desk.compensation', {
                  most: formatMoney({
                    minor: optionOf('compensation')?.amount ?? 0,
                    currency: decision.currency,
                  }),
                })}
              />
              <Select
                label={t('desk.compensation.basis')}
                chosen={choice.basis}
                onChoose={(basis) => change({ basis })}
                choices={CompensationBasis.options.map((basis) => ({
                  key: basis,
                  word: t(`compensation.${basis}`),
                }))}
                problem={problemOf('basis') ? t('refusal.basisRequired.do') : null}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}
