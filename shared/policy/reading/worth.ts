import type { Ground } from './reading.ts';

/** What a portion is worth: thousandths of a unit and minor units. */
export type Worth = {
  /** Strongest first; empty where nothing may be granted. */
  readonly grounds: readonly Ground[];
  readonly quantity: number;
  /** Money paid for it: half where a person shared it. */
  readonly amount: number;
  /** Worth of the goods, whoever bears it. */
  readonly value: number;
  /** What held it below its size, with the most there is, in the article's unit; or below its worth. */
  readonly cap:
    | { readonly by: 'approved' | 'requested' | 'shipped' | 'granted'; readonly most: number }
    | { readonly by: 'worth' }
    | null;
};

export const worthNothing: Worth = { grounds: [], quantity: 0, amount: 0, value: 0, cap: null };
