import type { Why } from '../decision.ts';
import type { Edit } from './factEdits.ts';

export type FactChange = { readonly why: Why; readonly apply: Edit };

/** Changes about the same thing: one of them at once. */
export type Alternatives = readonly FactChange[];
