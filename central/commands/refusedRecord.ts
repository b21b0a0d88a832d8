import type { Person } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { SentCommand } from './readCommand.ts';

/** A record central refused, and somebody would accept all the same. */
export type RefusedRecord = {
  readonly sent: SentCommand;
  readonly fact: Fact;
  /** Whose key signed it, as they were then; null: nobody's, or one in wrong hands. */
  readonly signer: Person | null;
};
