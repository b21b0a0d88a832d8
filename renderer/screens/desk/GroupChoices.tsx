import type { ReactNode } from 'react';
import type { CaseDecision } from '../../../shared/policy/decision.ts';
import { Disposition, ResolutionKind } from '../../../shared/returns/codes.ts';
import { Select } from '../../components/Select.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { nameOfArticle } from '../atWork/nameOfUnits.ts';
import styles from './DecisionSheet.module.css';
import type { ChoiceDraft, DecisionDraft, OpenPart } from './decisionDraft.ts';
import { OverrideAmount } from './OverrideAmount.tsx';

/** Per group of units: what the client gets, and what becomes of the goods. */
export function GroupChoices(props: {
  readonly view: CaseView;
  readonly decision: CaseDecision;
  readonly draft: DecisionDraft;
  readonly open: OpenPart | null;
  readonly onChoose: (choices: DecisionDraft['choices']) => void;
}): ReactNode {
  const { t, formatMoney, formatNumber } = useWording();
  const { decision, draft, open } = props;
  const isOverride = draft.decision === 'override';
  return decision.groups.map((group) => {
    const choice = draft.choices[group.unitGroupId];
    const counted = props.view.file.unitGroups.find((g) => g.unitGroupId === group.unitGroupId);
    if (!choice) return null;
    const change = (part: Partial<ChoiceDraft>) =>
      props.onChoose({ ...draft.choices, [group.unitGroupId]: { ...choice, ...part } });
    const offered = isOverride ? ResolutionKind.options : group.resolutions.map((r) => r.kind);
    const amountOf = (kind: ResolutionKind) =>
      group.resolutions.find((r) => r.kind === kind)?.amount ?? 0;
    return (
      <div key={group.unitGroupId} className={styles['group']}>
        <h3>
          {formatNumber(counted?.quantity ?? 0)} × {counted && nameOfArticle(counted)}
        </h3>
        <div className={styles['pair']}>
          <Select
            label={t('desk.resolution')}
            chosen={choice.resolution}
            onChoose={(resolution) => change({ resolution })}
            choices={offered.map((key) => ({
              key,
              word: t(`resolution.${key}`),
              hint: formatMoney({ minor: amountOf(key), currency: decision.currency }),
            }))}
          />
          <Select
            label={t('desk.disposition')}
            chosen={choice.disposition}
            onChoose={(disposition) => change({ disposition })}
            choices={(isOverride ? Disposition.options : group.dispositions).map((key) => ({
              key,
              word: t(`disposition.${key}`),
            }))}
          />
        </div>
        {isOverride && (
          <OverrideAmount
            currency={decision.currency}
            typed={choice.overrideAmount}
            onType={(overrideAmount) => change({ overrideAmount })}
            refusal={
              open?.part === 'amount' && open.unitGroupId === group.unitGroupId
                ? open.refusal
                : null
            }
          />
        )}
      </div>
    );
  });
}
