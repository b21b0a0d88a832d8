import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import { KeyHint } from '../keys/KeyHint.tsx';
import { Icon } from '../marks/Icon.tsx';
import styles from './SegmentedChoice.module.css';
import type { Segment } from './SegmentedChoice.tsx';

const css = classesOf(styles);

/** Any of a few, all in sight: what several of may be true. Looks as a choice of one does, with ticks. */
export function ToggleChoice<K extends string>(props: {
  readonly label: string;
  readonly segments: readonly Segment<K>[];
  readonly chosen: readonly K[];
  readonly onToggle: (key: K) => void;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend stands in no grid.
    <div role="group" aria-label={props.label} className={css('segments', 'tight', 'ticked')}>
      {props.segments.map((segment) => (
        <ToggleButton
          key={segment.key}
          className={css('segment', 'toggle')}
          isSelected={props.chosen.includes(segment.key)}
          onChange={() => props.onToggle(segment.key)}
        >
          <span className={css('tick')}>
            {props.chosen.includes(segment.key) && <Icon name="check" size="small" />}
          </span>
          <span className={css('text')}>{segment.word}</span>
          {segment.keys && <KeyHint keys={segment.keys} />}
        </ToggleButton>
      ))}
    </div>
  );
}
