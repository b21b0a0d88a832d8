import type { ReactNode } from 'react';
import { useWording } from '../../wording/WordingProvider.tsx';
import { classesOf } from '../generic/classesOf.ts';
import styles from './Money.module.css';

const css = classesOf(styles);

/** A price as it was agreed, which may have more decimals than money has. */
export function AgreedPrice(props: {
  readonly amount: string;
  readonly currency: string;
}): ReactNode {
  const { priceParts } = useWording();
  return <Amount {...priceParts(props.amount, props.currency)} size="text" />;
}

/** An amount in minor units, currency by its code: nobody guesses whose dollar it is. */
export function Money(props: {
  readonly minor: number;
  readonly currency: string;
  readonly size?: 'text' | 'large' | 'display';
}): ReactNode {
  const { moneyParts } = useWording();
  const parts = moneyParts({ minor: props.minor, currency: props.currency });
  return <Amount {...parts} size={props.size ?? 'text'} />;
}

function Amount(props: {
  readonly currency: string;
  readonly amount: string;
  readonly size: 'text' | 'large' | 'display';
}): ReactNode {
  return (
    <span className={css('money', props.size)}>
      <span className={css('currency')}>{props.currency}</span> {props.amount}
    </span>
  );
}
