import type { PolicyInput, Turn } from '../../shared/policy/decision.ts';

/** From the page to its worker. */
export type TurnsAsked =
  | { readonly kind: 'ask'; readonly id: number; readonly input: PolicyInput }
  | { readonly kind: 'forget'; readonly id: number };

/** Back again, of some portions after the others; with the last of them it is all. */
export type TurnsTold = {
  readonly id: number;
  readonly turns: readonly Turn[];
  readonly isAll: boolean;
};
