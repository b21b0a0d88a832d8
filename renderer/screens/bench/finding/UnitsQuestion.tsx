import type { ReactNode } from 'react';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { fromThousandths } from '../../../../shared/facts/quantity.ts';
import { lengthOf, unitsOf } from '../../../../shared/facts/spans.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { NumberStepper } from '../../../components/generic/fields/NumberStepper.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { sayUnits } from '../../policy/sayPortion.ts';
import { theRest } from '../../portions/naming.ts';
import { Asked } from './Asked.tsx';
import styles from './FindingForm.module.css';
import type { FindingWork } from './useFinding.ts';

/** How many of those nobody has looked at, or which: by number, by serial, or as chosen in the bar. */
export function UnitsQuestion(props: {
  readonly group: UnitsCountedFact;
  readonly work: FindingWork;
  readonly problem: string | null;
  /** What is measured of them. */
  readonly children: ReactNode;
}): ReactNode {
  const wording = useWording();
  const { t, formatNumber } = wording;
  const { group, work } = props;
  const { naming, isNaming } = work;
  return (
    <Asked
      question="units"
      now={work.question}
      title={t('bench.which')}
      look="beside"
      aside={
        naming.kind === 'rest' && (
          <span>{t('bench.which.left', { count: formatNumber(work.left) })}</span>
        )
      }
    >
      <div className={styles['units']}>
        {naming.kind === 'piece' ? (
          <p className={styles['chosen']}>
            <strong>{formatNumber(fromThousandths(lengthOf(naming.spans)))}</strong>{' '}
            {sayUnits(wording, { serials: [], units: unitsOf(naming.spans) })}
          </p>
        ) : isNaming || naming.kind === 'these' ? (
          <div className={styles['which']}>
            <TextField
              label={t(group.serials.length > 0 ? 'bench.these.serials' : 'bench.these')}
              isLabelHidden
              placeholder={t(group.serials.length > 0 ? 'bench.these.serials' : 'bench.these.like')}
              value={naming.kind === 'these' ? naming.typed : ''}
              onChange={(typed) => work.name(typed === '' ? theRest : { kind: 'these', typed })}
              onSubmit={() => {
                work.sayUnits();
                work.move();
              }}
              takesFocus={isNaming}
              problem={work.badPart === null ? null : t('bench.these.bad', { part: work.badPart })}
            />
          </div>
        ) : (
          <NumberStepper
            // Each press counts from what is shown, which stays while they are kept for the next.
            key={work.held}
            label={t('bench.quantity')}
            isLabelHidden
            value={work.draft.quantity}
            onChange={work.sayQuantity}
            most={work.left}
            problem={props.problem}
          />
        )}
        {naming.kind !== 'rest' || isNaming ? (
          work.left > 0 && (
            <Button onPress={work.nameRest}>
              {t('bench.which.others', { quantity: formatNumber(work.left) })}
            </Button>
          )
        ) : (
          <Button
            onPress={work.beginNaming}
            {...(work.question === 'units' && { keys: keyNames('nameUnits') })}
          >
            {work.number === null
              ? t('bench.which.these')
              : sayUnits(wording, {
                  serials: [],
                  units: [{ from: work.number - 1, to: work.number }],
                })}
          </Button>
        )}
        {props.children}
      </div>
    </Asked>
  );
}
