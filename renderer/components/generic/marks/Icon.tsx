import type { ReactNode } from 'react';
import { classesOf } from '../classesOf.ts';
import styles from './Icon.module.css';

const css = classesOf(styles);

/** Drawn on a 24 grid with one stroke; `dot` parts are filled. */
const drawings = {
  alert: { stroke: 'M12 4 2.5 20.5h19zM12 10v5', dot: [12, 17.8] },
  arrow: { stroke: 'M4 12h16M14 6l6 6-6 6', turns: true },
  back: { stroke: 'M20 12H4M10 6l-6 6 6 6', turns: true },
  badge: {
    stroke: 'M5 7h14v14H5zM9 7V3h6v4M9 17.5c.4-1.6 1.5-2.5 3-2.5s2.6.9 3 2.5',
    ring: [12, 12, 1.8],
  },
  barcode: { stroke: 'M3 5v14M6.5 5v14M9 5v14M13.5 5v14M17 5v14M19 5v14M21.5 5v14' },
  box: {
    stroke: 'M3.5 7.5 12 3l8.5 4.5v9L12 21l-8.5-4.5zM3.5 7.5 12 12l8.5-4.5M12 12v9M7.7 5.3l8.6 4.6',
  },
  camera: { stroke: 'M3 7.5h4.5L9.5 4.5h5l2 3H21v12H3z', ring: [12, 13, 3.7] },
  check: { stroke: 'M4 12.5 9.5 18 20 6.5' },
  checks: { stroke: 'M2 12.5 7 17.5 16 7M11.5 16l1.5 1.5L22.5 7' },
  chevron: { stroke: 'M9 5l7 7-7 7', turns: true },
  chevronDown: { stroke: 'M5 9l7 7 7-7' },
  chevronUp: { stroke: 'M5 15l7-7 7 7' },
  clock: { stroke: 'M12 7v5.2l3.5 2', ring: [12, 12, 9] },
  cross: { stroke: 'M5.5 5.5l13 13M18.5 5.5l-13 13' },
  document: { stroke: 'M5.5 3h9l4 4v14h-13zM14.5 3v4h4M8.5 12h7M8.5 16h7' },
  dock: { stroke: 'M3 21V8l9-5 9 5v13M7 21V11h10v10M7 14.5h10M7 18h10' },
  bench: { stroke: 'M13.8 13.8 21 21M7 9.5h5M9.5 7v5', ring: [9.5, 9.5, 6] },
  desk: { stroke: 'M4 6h16M4 12h16M4 18h10M17.5 16.5l1.8 1.8 3-3.4' },
  filter: { stroke: 'M4 6h16M7 12h10M10 18h4' },
  flag: { stroke: 'M5 21V4h14l-3 4.5L19 13H5' },
  globe: {
    stroke: 'M3 12h18M12 3c3 2.6 4.3 5.6 4.3 9S15 18.4 12 21c-3-2.6-4.3-5.6-4.3-9S9 5.6 12 3z',
    ring: [12, 12, 9],
  },
  gavel: { stroke: 'M5 20h9M8.5 4.5l6.5 6.5M6 7l6.5 6.5M14 3.5l4.5 4.5M13 11l7.5 7.5' },
  here: { stroke: 'M4 14v6h16v-6M12 3v11M7.5 9.5 12 14l4.5-4.5' },
  info: { stroke: 'M12 11v6', ring: [12, 12, 9], dot: [12, 7.6] },
  key: { stroke: 'M11.5 12.5 20 4M16.5 7.5 19 10M14 10l2 2', ring: [8, 16, 4] },
  keyboard: { stroke: 'M2.5 6h19v12h-19zM6 9.8h.2M10 9.8h.2M14 9.8h.2M18 9.8h.2M7.5 14.3h9' },
  lock: { stroke: 'M5 10.5h14V21H5zM8 10.5V7a4 4 0 0 1 8 0v3.5', dot: [12, 15.7] },
  minus: { stroke: 'M5 12h14' },
  moon: { stroke: 'M19.5 14.5A8.5 8.5 0 0 1 9.5 4.5a8.5 8.5 0 1 0 10 10z' },
  contrast: { stroke: 'M12 3v18', ring: [12, 12, 9], fill: 'M12 3a9 9 0 0 1 0 18z' },
  offline: {
    stroke:
      'M6.5 18.5h10.8M19.8 17.3a3.9 3.9 0 0 0-2.3-7A6 6 0 0 0 9 6.7M7 9.3A5 5 0 0 0 6.5 18.5M3.5 3.5l17 17',
  },
  online: {
    stroke: 'M6.5 18.5h10.5a4.1 4.1 0 0 0 .500-8.2A6 6 0 0 0 6.3 9a4.8 4.8 0 0 0 .200 9.5z',
  },
  pause: { stroke: 'M8 5v14M16 5v14' },
  pen: { stroke: 'M4 20l1.2-4.8L16.5 4l3.5 3.5L8.8 18.8zM14 6.500l3.500 3.500' },
  people: {
    stroke:
      'M3 20c.500-3.6 2.6-5.5 6-5.5s5.5 1.9 6 5.5M16 4.9a3.6 3.6 0 0 1 0 6.9M17.5 14.9c2 .600 3.2 2.3 3.5 5.1',
    ring: [9, 8.3, 3.6],
  },
  person: { stroke: 'M4.5 21c.600-4.6 3.2-7 7.5-7s6.9 2.4 7.5 7', ring: [12, 7.8, 4.2] },
  plus: { stroke: 'M5 12h14M12 5v14' },
  printer: { stroke: 'M7 9V3h10v6M7 17H3.5V9h17v8H17M7 14h10v7H7z' },
  question: {
    stroke: 'M9 9.3C9 7.5 10.3 6.5 12 6.5s3 1 3 2.7c0 2.3-3 2.3-3 4.8',
    ring: [12, 12, 9],
    dot: [12, 17],
  },
  refund: { stroke: 'M3 9.5h13.5a4.5 4.5 0 0 1 0 9H10M7 5.5l-4 4 4 4', turns: true },
  retake: { stroke: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5' },
  search: { stroke: 'M15.5 15.5 21 21', ring: [10, 10, 6.5] },
  sent: { stroke: 'M12 20V5M6 11l6-6 6 6' },
  shield: { stroke: 'M12 3l8 3v6c0 4.6-3 7.7-8 9.5C7 19.7 4 16.6 4 12V6zM8.5 12l2.5 2.5 4.5-5' },
  signOut: { stroke: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4', turns: true },
  station: { stroke: 'M3 4.5h18v12H3zM8 20.5h8M12 16.5v4' },
  sun: {
    stroke:
      'M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8',
    ring: [12, 12, 4],
  },
  undo: { stroke: 'M4 9h10.5a5.5 5.5 0 0 1 0 11H9M8.5 4.5 4 9l4.5 4.5', turns: true },
  volume: {
    stroke: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6a8.4 8.4 0 0 1 0 12',
  },
} as const satisfies Record<string, Drawing>;

type Drawing = {
  readonly stroke: string;
  readonly ring?: readonly [x: number, y: number, radius: number];
  readonly dot?: readonly [x: number, y: number];
  readonly fill?: string;
  /** Points along the reading direction and is mirrored with it. */
  readonly turns?: boolean;
};

export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings).filter(isIconName);

/** Decoration beside a word. With a `label` it speaks for itself. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: 'small' | 'text' | 'large' | 'huge';
  readonly label?: string;
}): ReactNode {
  const drawing: Drawing = drawings[props.name];
  return (
    <svg
      className={css('icon', props.size ?? 'text', drawing.turns && 'turns')}
      viewBox="0 0 24 24"
      {...(props.label ? { role: 'img', 'aria-label': props.label } : { 'aria-hidden': true })}
    >
      {drawing.fill && <path className={css('fill')} d={drawing.fill} />}
      {drawing.ring && <circle cx={drawing.ring[0]} cy={drawing.ring[1]} r={drawing.ring[2]} />}
      <path d={drawing.stroke} />
      {drawing.dot && (
        <circle className={css('fill')} cx={drawing.dot[0]} cy={drawing.dot[1]} r={1.25} />
      )}
    </svg>
  );
}

function isIconName(found: string): found is IconName {
  return Object.hasOwn(drawings, found);
}
