import type { ReactNode } from 'react';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import styles from './Money.module.css';

const css = classesOf(styles);

/** An amount in minor units, currency by its code: nobody guesses whose dollar it is. */
export function Money(props: {
  readonly minor: number;
  readonly currency: string;
  readonly size?: 'text' | 'large' | 'display';
}): ReactNode {
  const { moneyParts } = useWording();
  const { currency, amount } = moneyParts({ minor: props.minor, currency: props.currency });
  return (
    <span className={css('money', props.size ?? 'text')}>
      <span className={css('currency')}>{currency}</span> {amount}
    </span>
  );
}
