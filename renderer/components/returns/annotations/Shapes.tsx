import type { ReactNode } from 'react';
import type { Shape } from '../../../../shared/facts/annotationFacts.ts';
import { letterSize, type PictureSize, pathOf, pixelOf } from './geometry.ts';
import styles from './Shapes.module.css';

/** Marks as parts of an `<svg>` in pixels of the picture; a dark line below each bright one reads on any ground. */
export function Shapes(props: {
  readonly shapes: readonly Shape[];
  readonly size: PictureSize;
  /** The one at work, by its place; left out: none. */
  readonly chosen?: number | null;
}): ReactNode {
  return props.shapes.map((shape, place) => (
    <Mark
      // A layer has no ids: its marks are what stands at each place.
      // oxlint-disable-next-line react/no-array-index-key
      key={place}
      shape={shape}
      size={props.size}
      isChosen={place === props.chosen}
    />
  ));
}

function Mark(props: {
  readonly shape: Shape;
  readonly size: PictureSize;
  readonly isChosen: boolean;
}): ReactNode {
  const { shape, size } = props;
  const at = { 'data-chosen': props.isChosen || undefined };
  if (shape.kind === 'text') {
    const { x, y } = pixelOf(shape.at, size);
    return (
      <text className={styles['text']} {...at} x={x} y={y} fontSize={letterSize(size)}>
        {shape.text}
      </text>
    );
  }
  const path = pathOf(shape, size);
  return (
    <g className={styles['mark']} {...at}>
      <path className={styles['under']} d={path} />
      <path className={styles['over']} d={path} />
    </g>
  );
}
