import type { ReactNode } from 'react';
import { Button } from '../../components/generic/fields/Button.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { StateMark } from '../../components/generic/marks/StateMark.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { shapes } from '../policy/standingShapes.ts';
import { outcomesOf } from '../portions/outcomeOf.ts';
import styles from './FinishLine.module.css';
import type { OpenPoint } from './finding/inspected.ts';
import { sayPoint } from './sayPoint.ts';

/** What finishing now means, always in sight: what the units come to, what is missing, what is proposed. */
export function FinishLine(props: {
  readonly view: CaseView;
  readonly points: readonly OpenPoint[];
  readonly onShowPoints: () => void;
  readonly onFinish: () => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber, formatList, formatMoney } = wording;
  const { points, view } = props;
  const decision = view.decision?.ok ? view.decision.value : null;
  const hasFindings = view.file.findings.length > 0;
  // Units nobody looked at stand among the open points.
  const said = (decision ? outcomesOf(decision) : []).flatMap(({ outcome, quantity }) =>
    outcome === 'uninspected'
      ? []
      : [t(`outcome.${outcome}.units`, { quantity: formatNumber(quantity) })],
  );
  const [first, ...more] = points;
  const [shape, tone] = shapes[decision?.standing ?? 'needsFacts'];
  const amount = (minor: number) => formatMoney({ minor, currency: decision?.currency ?? 'USD' });
  const atStake = decision?.portions.reduce((sum, p) => sum + p.amountAtStake, 0) ?? 0;
  return (
    <footer className={styles['line']} aria-label={t('bench.finish.means')}>
      <div className={styles['means']} role="status">
        {decision && (
          <StateMark shape={shape} tone={tone} word={t(`standing.${decision.standing}`)} />
        )}
        {hasFindings && said.length > 0 && (
          <span className={styles['units']}>{formatList(said)}</span>
        )}
        {decision && (
          <span className={styles['money']}>
            {decision.refundAmount > 0
              ? t('bench.finish.proposes', { amount: amount(decision.refundAmount) })
              : decision.standing === 'notUpheld'
                ? t('bench.finish.nothing')
                : t('policy.atStake', { amount: amount(atStake) })}
          </span>
        )}
      </div>
      {first && (
        <Button look="bare" icon="alert" onPress={props.onShowPoints}>
          {more.length === 0
            ? sayPoint(wording, first)
            : t('bench.finish.missing', {
                first: sayPoint(wording, first),
                count: more.length,
              })}
        </Button>
      )}
      <Button
        look="primary"
        icon="check"
        keys={keyNames('done')}
        isDisabled={!hasFindings}
        onPress={props.onFinish}
      >
        {t('bench.finish')}
      </Button>
    </footer>
  );
}
