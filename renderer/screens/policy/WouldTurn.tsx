import { type ReactNode, useId, useMemo } from 'react';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { CaseDecision, PortionDecision, Turn } from '../../../shared/policy/decision.ts';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import { useTurns } from '../../explanations/useTurns.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PolicyPanel.module.css';
import { sayPortion, sayUnits } from './sayPortion.ts';
import { sayWhy } from './sayWhy.ts';

/**
 * The smallest changes of facts that would turn an answer, found by asking the policy again. The last
 * of its column, so that nothing moves when they come.
 */
export function WouldTurn(props: {
  readonly decision: CaseDecision;
  readonly view: CaseView;
}): ReactNode {
  const { t } = useWording();
  const id = useId();
  const { decision } = props;
  const { file, references, standing } = props.view;
  const today = standing?.today ?? file.returnCase.application?.receivedOn ?? null;
  const isAllUpheld = decision.portions.every((portion) => portion.standing === 'upheld');
  const input = useMemo(
    () => (references && today && !isAllUpheld ? policyInputOf(file, references, today) : null),
    [file, references, today, isAllUpheld],
  );
  const known = useTurns(input);
  if (input === null || (known.kind === 'all' && known.turns.length === 0)) return null;
  const turns = known.kind === 'failed' ? [] : known.turns;
  const open = decision.portions.filter((portion) => turns.some((turn) => isOf(turn, portion)));
  return (
    <section aria-labelledby={id} aria-busy={known.kind === 'working'} className={styles['whole']}>
      <SectionHead level={3} id={id} title={t('policy.turns')} />
      {open.map((portion) => (
        <Turns
          key={`${portion.unitGroupId} ${keyOfUnits(portion.units)}`}
          portion={decision.portions.length > 1 ? portion : null}
          turns={turns.filter((turn) => isOf(turn, portion))}
          view={props.view}
        />
      ))}
      {known.kind === 'working' && <p className={styles['note']}>{t('policy.turns.working')}</p>}
      {known.kind === 'failed' && <p className={styles['note']}>{t('policy.turns.failed')}</p>}
    </section>
  );
}

/** `portion` to name it, where there are others. */
function Turns(props: {
  readonly portion: PortionDecision | null;
  readonly turns: readonly Turn[];
  readonly view: CaseView;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { portion } = props;
  return (
    <div>
      {portion && (
        <h4 className={styles['turnsHead']}>
          {sayPortion(wording, props.view.file, portion)}
          <span className={styles['which']}> {sayUnits(wording, portion)}</span>
        </h4>
      )}
      <ul>
        {props.turns.map((turn) => {
          const changes = turn.changes.map((change) => sayWhy(wording, change));
          return (
            <li key={`${turn.becomes} ${changes.join()}`} className={styles['turn']}>
              <span>{changes.join(t('policy.turns.and'))}</span>
              <span className={styles['becomes']}>{t(`standing.${turn.becomes}`)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function isOf(turn: Turn, portion: PortionDecision): boolean {
  return (
    turn.unitGroupId === portion.unitGroupId && keyOfUnits(turn.units) === keyOfUnits(portion.units)
  );
}
