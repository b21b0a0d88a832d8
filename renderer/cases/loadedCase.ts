import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../shared/cases/reading/policyInput.ts';
import type { Client, OrderLine, Refund } from '../../shared/facts/documents.ts';
import type { FactRow } from '../storage/rows.ts';

/** A case with everything it is read with, as this station has it. */
export type LoadedCase = {
  readonly file: CaseFile;
  /** null while no policy is here. */
  readonly references: CaseReferences | null;
  readonly client: Client | null;
  readonly orderLines: readonly OrderLine[];
  readonly refunds: readonly Refund[];
  /** The stored rows of its facts, refused ones included (they are not in `file`). */
  readonly rows: readonly FactRow[];
};
