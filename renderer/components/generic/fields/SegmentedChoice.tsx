import { memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import { KeyHint, type KeyName } from '../keys/KeyHint.tsx';
import { Icon, type IconName } from '../marks/Icon.tsx';
import fieldStyles from './Field.module.css';
import styles from './SegmentedChoice.module.css';

const css = classesOf({ ...fieldStyles, ...styles });

export type Segment<K extends string> = {
  readonly key: K;
  readonly word: string;
  readonly hint?: string;
  readonly icon?: IconName;
  /** Key that chooses it, shown only; the screen listens. */
  readonly keys?: readonly KeyName[];
};

type Props<K extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<K>[];
  readonly chosen: K | null;
  readonly onChoose: (key: K) => void;
  readonly layout?: 'row' | 'stack' | 'grid' | 'tight';
  readonly problem?: string | null;
  readonly isDisabled?: boolean;
  readonly isLabelHidden?: boolean;
  /** Keys that choose by the place in the row, shown only; the screen listens. */
  readonly keys?: readonly KeyName[];
};

/**
 * One of a few, all in sight. `stack` puts them below each other, `grid` lets them wrap evenly, and so
 * does `tight`, for many on little room: the key in the corner, the hint where there is room for it.
 */
export function SegmentedChoice<K extends string>({ onChoose, ...props }: Props<K>): ReactNode {
  const latest = useRef(onChoose);
  useLayoutEffect(() => {
    latest.current = onChoose;
  });
  const [choose] = useState(() => (key: K) => latest.current(key));
  return <DrawnAnew {...props} onChoose={choose} />;
}

/** Each segment is a dozen components of the library: only where anything is said otherwise than before. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `memo` forgets that it is generic
const DrawnAnew = memo(
  Segments,
  (before, now) => JSON.stringify(before) === JSON.stringify(now),
) as typeof Segments;

function Segments<K extends string>(props: Props<K>): ReactNode {
  const layout = props.layout ?? 'row';
  return (
    <RadioGroup
      className={css('field')}
      orientation={layout === 'stack' ? 'vertical' : 'horizontal'}
      value={props.chosen}
      onChange={(key) => {
        const found = props.segments.find((segment) => segment.key === key);
        if (found) props.onChoose(found.key);
      }}
      isInvalid={Boolean(props.problem)}
      isDisabled={props.isDisabled ?? false}
      {...(props.isLabelHidden && { 'aria-label': props.label })}
    >
      {!props.isLabelHidden && (
        <span className={css('label')}>
          <Label>{props.label}</Label>
          {props.keys && <KeyHint keys={props.keys} />}
        </span>
      )}
      <div className={css('segments', layout)}>
        {props.segments.map((segment) => (
          <RadioField key={segment.key} value={segment.key} className={css('option')}>
            <RadioButton className={css('segment')}>
              {segment.icon && <Icon name={segment.icon} />}
              <span className={css('text')}>
                <bdi>{segment.word}</bdi>
                {segment.hint && <span className={css('hint')}>{segment.hint}</span>}
              </span>
              {segment.keys && <KeyHint keys={segment.keys} />}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      {props.problem && (
        <Text slot="errorMessage" className={css('problem')}>
          <Icon name="alert" size="small" />
          {props.problem}
        </Text>
      )}
    </RadioGroup>
  );
}
