import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import type { UnitOfMeasure } from '../../../shared/facts/quantity.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { blindParcel } from '../../queries/lists/blindParcels.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { ComingIn } from '../../queries/lists/comingIn.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { caseInHand } from '../../queries/oneCase/oneCase.ts';
import type { ActionContext } from '../../recording/actionContext.ts';
import { storedByNow } from '../../recording/pendingWrites.ts';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import type { Readable } from '../../workflow/useReadable.ts';
import type { DockSays } from './dockSays.ts';

/** What was read on the outside of a parcel. */
export type Label = {
  readonly barcode: Barcode | null;
  readonly raw: string | null;
  /** What it was looked up by. */
  readonly forms: readonly string[];
  /** It names a case, not this parcel: another parcel may have the same. */
  readonly isPapers?: boolean;
};

export function labelOf(scan: Scan): Label & { readonly barcode: Barcode } {
  return { barcode: barcodeOf(scan), raw: scan.isTyped ? null : scan.raw, forms: scan.forms };
}

/** A label that several cases answer to, and which they were. */
export type SharedLabel = { readonly label: Label; readonly coming: readonly ComingIn[] };

/** What the dock waits for an answer to. Nothing is recorded before it comes. */
export type Asked =
  /** Nobody announced this label: OK keeps it. */
  | { readonly kind: 'unexpected'; readonly label: Label; readonly isElsewhere: boolean }
  /** Several cases answer to this label: a press or the RMA on the papers says which. */
  | { readonly kind: 'choice'; readonly label: Label; readonly coming: readonly ComingIn[] }
  /** Something of this case is here already: OK receives another parcel of it. */
  | { readonly kind: 'another'; readonly label: Label; readonly coming: ComingIn }
  /** Goods kept as unexpected have been announced since: OK links them. */
  | { readonly kind: 'link'; readonly row: CaseRow; readonly label: Label }
  /** Nobody knows whose goods these are: OK opens a case for them. */
  | { readonly kind: 'openCase' }
  /** Digits that could be an article nobody announced: OK counts it. */
  | { readonly kind: 'article'; readonly count: CountOf; readonly raw: string | null }
  /** An article whose label does not say how many: a number or its other label does. */
  | {
      readonly kind: 'quantity';
      readonly count: CountOf;
      readonly unit: UnitOfMeasure | 'case';
      readonly raw: string | null;
    }
  /** Pieces are missing: DONE once more confirms it. */
  | { readonly kind: 'short' };

/** Everything the parts of the dock's work have in common. */
export type DockTable = {
  readonly context: ActionContext;
  readonly dock: string;
  /** The site's time zone. */
  readonly zone: string;
  readonly parcel: Readable<OpenParcel | null>;
  readonly asked: Readable<Asked | null>;
  /** The label several cases share, while one of them is worked on: the others come after it. */
  readonly shared: Readable<SharedLabel | null>;
  readonly say: (says: DockSays) => void;
};

/** The goods in hand, as they are recorded up to now. */
export async function viewOf({ context }: DockTable, open: OpenParcel): Promise<CaseView | null> {
  await storedByNow(context.db);
  const now = context.clock.now();
  return open.caseId === null
    ? await blindParcel(context.db, open.arrivalId, now)
    : await caseInHand(context.db, open.caseId, now);
}

/**
 * What is recorded of goods that came without papers is recorded of their arrival, also where a case
 * was opened for them: it follows them to the case they turn out to belong to.
 */
export function recordedFor(open: OpenParcel, view: CaseView | null): CaseId | null {
  const arrival = view?.file.arrivals.find((one) => one.arrivalId === open.arrivalId);
  const isPaperless = arrival?.caseId === null && view?.file.returnCase.lines.length === 0;
  return isPaperless ? null : open.caseId;
}
