import type { Barcode } from '../../shared/barcodes/barcode.ts';
import { printedForm } from '../../shared/barcodes/lookup/lookupForms.ts';
import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import type { ArrivalFact } from '../../shared/facts/fact.ts';
import { ArrivalId, type CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type ReceiveParcel = {
  /** What was scanned on the box; null for one without a readable label. */
  readonly barcode: Barcode | null;
  /** The scan as it came. */
  readonly raw: string | null;
  /** The label names the case and not this parcel of it: an RMA number, an order. */
  readonly isPapers?: boolean;
  /** The case its label was found under; null: kept without one. */
  readonly caseId: CaseId | null;
  readonly dock: string;
  readonly note: string;
  /** As far as it was looked at already; `checkDoor` says it later, so that the clock never waits. */
  readonly door?: Partial<Pick<ArrivalFact, 'carrier' | 'packages' | 'seal' | 'condition'>>;
};

/** Goods came through the door: for a case, or blind (`caseId` null). */
export async function receiveParcel(
  context: ActionContext,
  input: ReceiveParcel,
): Promise<Result<ArrivalFact, ActionRefusal>> {
  const { barcode, caseId } = input;
  return await record<ArrivalFact>(context, {
    caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'arrival',
        caseId,
        arrivalId: ArrivalId.parse(context.newId()),
        dock: input.dock,
        carrier: null,
        packages: 1,
        seal: null,
        condition: 'good',
        ...input.door,
        trackingNumber: barcode && !input.isPapers ? numberOn(barcode) : null,
        sscc: ssccIn(barcode),
        raw: input.raw,
        // Typed, it stands nowhere else.
        note: input.note || (input.raw === null ? longTextOf(barcode) : ''),
      }),
  });
}

/** A parcel's number as its label shows it; null where it has a name of another kind. */
function numberOn(barcode: Barcode): string | null {
  if (barcode.kind === 'rma' || barcode.kind === 'licencePlate') return null;
  if (ssccIn(barcode) !== null) return null;
  const { text } = barcode;
  const printed = printedForm(text);
  return (printed === normalForm(text) ? text : printed).slice(0, 40);
}

/** What is too long for the number's place in the record. */
function longTextOf(barcode: Barcode | null): string {
  return barcode && barcode.text.length > 40 ? barcode.text : '';
}

function ssccIn(barcode: Barcode | null): string | null {
  if (barcode?.kind === 'sscc') return barcode.sscc;
  return barcode?.kind === 'gs1' ? (barcode.label.sscc ?? null) : null;
}
