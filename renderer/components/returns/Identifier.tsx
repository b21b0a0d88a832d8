import type { ReactNode } from 'react';
import { classesOf } from '../generic/classesOf.ts';
import styles from './Identifier.module.css';
import { LongNumber } from './LongNumber.tsx';

const css = classesOf(styles);

/**
 * A number somebody compares with a label, set in mono and in groups. What is copied has no gaps.
 * Long runs of digits are grouped by four from the start, anything else stays as it is.
 */
export function Identifier(props: {
  readonly value: string;
  readonly size?: 'small' | 'text' | 'large' | 'display';
  readonly isPlain?: boolean;
}): ReactNode {
  const groups = props.isPlain ? [props.value] : groupsOf(props.value);
  return (
    <span className={css('identifier', props.size ?? 'text')} translate="no" dir="ltr">
      {groups.map((group, place) => (
        // Groups never change places, and equal ones are common.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place} className={css('group')}>
          <LongNumber value={group} />
        </span>
      ))}
    </span>
  );
}

function groupsOf(value: string): readonly string[] {
  if (!/^\d{9,}$/.test(value)) return [value];
  return value.match(/\d{1,4}/g) ?? [value];
}
