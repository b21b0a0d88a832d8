import type { Standing } from '../../../shared/policy/decision.ts';
import type { StateShape, StateTone } from '../../components/generic/marks/StateMark.tsx';

/** How a standing is drawn, wherever it is. */
export const shapes = {
  upheld: ['done', 'green'],
  notUpheld: ['refused', 'rest'],
  needsPerson: ['asked', 'amber'],
  needsFacts: ['waiting', 'rest'],
} as const satisfies Record<Standing, readonly [StateShape, StateTone]>;
