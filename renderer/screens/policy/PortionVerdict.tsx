import type { ReactNode } from 'react';
import type { CaseDecision, PortionDecision } from '../../../shared/policy/decision.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import { ClauseList } from '../../components/returns/ClauseList.tsx';
import { Money } from '../../components/returns/Money.tsx';
import { Particulars } from '../../components/returns/Particulars.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { clauseLines } from './clauseLines.ts';
import styles from './PolicyPanel.module.css';
import { portionAnswers } from './portionAnswers.ts';
import { StillNeeded } from './StillNeeded.tsx';
import { sayPortion, sayUnits } from './sayPortion.ts';
import { shapes } from './standingShapes.ts';

/** The four answers about one portion of units, with the clauses behind them. */
export function PortionVerdict(props: {
  readonly portion: PortionDecision;
  readonly decision: CaseDecision;
  readonly view: CaseView;
}): ReactNode {
  const wording = useWording();
  const { t, formatList } = wording;
  const { portion, view, decision } = props;
  const isPart = decision.portions.some(
    (other) => other !== portion && other.unitGroupId === portion.unitGroupId,
  );
  const [shape, tone] = shapes[portion.standing];
  return (
    <section className={styles['whole']}>
      <SectionHead
        level={3}
        title={sayPortion(wording, view.file, portion)}
        aside={<StateMark shape={shape} tone={tone} word={t(`standing.${portion.standing}`)} />}
      />
      {isPart && (
        <p className={styles['note']}>
          {portion.inferred ? t('policy.inferred') : sayUnits(wording, portion)}
        </p>
      )}
      <Particulars
        items={[
          ...portionAnswers(wording, portion),
          {
            name: t('policy.amount'),
            value: <Money minor={portion.eligibleAmount} currency={decision.currency} />,
          },
          ...(portion.rechargeTo && portion.rechargeTo !== 'client'
            ? [{ name: t('policy.recharge'), value: t(`liability.${portion.rechargeTo}`) }]
            : []),
          ...(portion.resolutions.length > 0
            ? [
                {
                  name: t('policy.resolutions'),
                  value: formatList(
                    portion.resolutions.map((r) => t(`resolution.${r.kind}`)),
                    'or',
                  ),
                  isWide: true,
                },
              ]
            : []),
        ]}
      />
      {portion.missing.length > 0 && (
        <div className={styles['missing']}>
          <h4 className={styles['turnsHead']}>{t('policy.missing')}</h4>
          <StillNeeded missing={portion.missing} />
        </div>
      )}
      <ClauseList
        clauses={clauseLines(wording, portion.clauses, view.references?.policy ?? null)}
      />
    </section>
  );
}
