import type { Refund } from '../../shared/facts/documents.ts';
import type { BankAccount } from '../../shared/office/bodies/bank.ts';

export type Instructed =
  /** Told, and nothing more will be heard: the register itself is the instruction. */
  | { readonly kind: 'instructed' }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'failed'; readonly why: string }
  /** Nobody read it: a wrong address or secret. Looked up like an unknown one, and not started. */
  | { readonly kind: 'unheard'; readonly why: string }
  /** It may or may not have arrived. To be looked up, never sent again blindly. */
  | { readonly kind: 'unknown'; readonly why: string };

export type LookedUp =
  | Exclude<Instructed, { kind: 'instructed' | 'unheard' }>
  /** The other side says it never heard of this key: it may be sent. */
  | { readonly kind: 'absent' };

/** Whoever pays. Everything is keyed by the refund's id, which is the approved verdict's. */
export type RefundPort = {
  readonly kind: 'register' | 'webhook';
  /** `account`: where the money goes, where we were told. */
  instruct(refund: Refund, account: BankAccount | null): Promise<Instructed>;
  lookUp(refund: Refund): Promise<LookedUp>;
};

/** The default: finance works from central's register. */
export const registerOnly: RefundPort = {
  kind: 'register',
  instruct: async () => ({ kind: 'instructed' }),
  lookUp: async () => ({ kind: 'unknown', why: 'the register has nobody to ask' }),
};
