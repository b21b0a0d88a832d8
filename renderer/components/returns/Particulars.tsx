import type { ReactNode } from 'react';
import { classesOf } from '../generic/classesOf.ts';
import styles from './Particulars.module.css';

const css = classesOf(styles);

export type Particular = {
  readonly name: string;
  readonly value: ReactNode;
  /** Takes the whole line. */
  readonly isWide?: boolean;
};

/** The ruled boxes of a shipping document: a small name, the value below it. */
export function Particulars(props: {
  readonly items: readonly Particular[];
  readonly look?: 'boxes' | 'lines';
}): ReactNode {
  return (
    <dl className={css(props.look ?? 'boxes')}>
      {props.items.map((item) => (
        <div key={item.name} className={css('item', item.isWide && 'wide')}>
          <dt className={css('name')}>{item.name}</dt>
          <dd className={css('value')}>
            {typeof item.value === 'string' ? <bdi>{item.value}</bdi> : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
