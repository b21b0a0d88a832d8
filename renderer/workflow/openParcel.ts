import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { OrderLine } from '../../shared/facts/documents.ts';
import type { ArrivalId, CaseId, ReturnLineId, UnitGroupId } from '../../shared/ids.ts';

/** The parcel in the dock worker's hands. */
export type OpenParcel = {
  readonly arrivalId: ArrivalId;
  /** null: unexpected, not linked to a case yet. */
  readonly caseId: CaseId | null;
};

/** The case of the open parcel, as far as counting needs it. */
export type Expected = {
  readonly file: CaseFile;
  readonly orderLines: readonly OrderLine[];
};

/** An article as counted: which announced line it meets and which group it joins. */
export type CountOf = {
  readonly returnLineId: ReturnLineId | null;
  readonly unitGroupId: UnitGroupId | null;
  readonly article: {
    readonly gtin: string | null;
    readonly number: string | null;
    readonly name: string;
  };
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
};
