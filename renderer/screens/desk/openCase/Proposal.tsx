import type { ReactNode } from 'react';
import { sumQuantities } from '../../../../shared/facts/quantity.ts';
import type { CaseDecision, Standing } from '../../../../shared/policy/decision.ts';
import { StateMark } from '../../../components/generic/marks/StateMark.tsx';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { shapes } from '../../policy/standingShapes.ts';
import styles from './OpenCase.module.css';

const order: readonly Standing[] = ['upheld', 'notUpheld', 'needsPerson', 'needsFacts'];

/** What the policy makes of the units in one line, and what it waits for: before anything else is read. */
export function Proposal({ decision }: { readonly decision: CaseDecision }): ReactNode {
  const { t, formatNumber } = useWording();
  const parts = order.flatMap((standing) => {
    const own = decision.portions.filter((portion) => portion.standing === standing);
    return own.length === 0
      ? []
      : [{ standing, quantity: sumQuantities(own.map((p) => p.quantity)) }];
  });
  const shots = new Set(decision.missingEvidence.map((m) => `${m.unitGroupId} ${m.shot}`)).size;
  if (parts.length === 0) return null;
  return (
    <p className={styles['proposal']}>
      {parts.map(({ standing, quantity }) => {
        const [shape, tone] = shapes[standing];
        return (
          <StateMark
            key={standing}
            shape={shape}
            tone={tone}
            word={`${formatNumber(quantity)} × ${t(`standing.${standing}`)}`}
          />
        );
      })}
      {decision.questions.length > 0 && (
        <span>{t('proposal.questions', { count: decision.questions.length })}</span>
      )}
      {shots > 0 && <span>{t('proposal.photos', { count: shots })}</span>}
    </p>
  );
}
