import type { PolicyInput, Turn } from '../../shared/policy/decision.ts';

/** From the page to its worker. */
export type TurnsAsked =
  | { readonly kind: 'ask'; readonly id: number; readonly input: PolicyInput }
  | { readonly kind: 'forget'; readonly id: number };

/** Back again: the turns of one portion after the other, and when these are all. */
export type TurnsTold =
  | { readonly kind: 'some'; readonly id: number; readonly turns: readonly Turn[] }
  | { readonly kind: 'all'; readonly id: number };
