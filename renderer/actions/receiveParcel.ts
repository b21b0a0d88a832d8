import type { Barcode } from '../../shared/barcodes/barcode.ts';
import { printedForm } from '../../shared/barcodes/lookup/lookupForms.ts';
import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import { formsOf } from '../../shared/barcodes/scan.ts';
import type { ArrivalFact } from '../../shared/facts/fact.ts';
import { ArrivalId, type CaseId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';
import { ownersUnder } from '../storage/packed/identifierIndex.ts';
import { keyOf } from '../storage/packed/identifierKey.ts';
import type { IdentifierKind } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

export type ReceiveParcel = {
  /** What was scanned on the box; null for one without a readable label. */
  readonly barcode: Barcode | null;
  /** The scan as it came. */
  readonly raw: string | null;
  /** The label names the case and not this parcel of it: an RMA number, an order. */
  readonly isPapers?: boolean;
  /** A case the person chose; null lets the barcode find it. */
  readonly caseId: CaseId | null;
  /** Kept without a case although papers may name one: those of another site, for instance. */
  readonly isBlind?: true;
  readonly dock: string;
  readonly note: string;
  /** As far as it was looked at already; `checkDoor` says it later, so that the clock never waits. */
  readonly door?: Partial<Pick<ArrivalFact, 'carrier' | 'packages' | 'seal' | 'condition'>>;
};

/** Goods came through the door: for the case their barcode names, or blind (`caseId` null) when it names none. */
export async function receiveParcel(
  context: ActionContext,
  input: ReceiveParcel,
): Promise<Result<ArrivalFact, ActionRefusal>> {
  const { barcode } = input;
  const caseIds = input.isBlind
    ? []
    : input.caseId
      ? [input.caseId]
      : await announcedBy(context.db, barcode);
  const [caseId = null, other] = caseIds;
  if (other !== undefined) return refuse({ code: 'severalCases', caseIds });
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

const ownNumbers: readonly IdentifierKind[] = ['sscc', 'tracking', 'rma'];

/** The cases whose papers name one of the parcel's own numbers; what lies inside does not route it. */
async function announcedBy(
  db: StationDatabase,
  barcode: Barcode | null,
): Promise<readonly CaseId[]> {
  if (!barcode) return [];
  const sought = formsOf(barcode).flatMap((form) => ownNumbers.map((kind) => keyOf(form, kind)));
  const rows = await ownersUnder(db, sought);
  const ids = new Set(rows.filter((r) => r.owner.startsWith('case:')).map((r) => r.caseId));
  const papers = (await db.cases.bulkGet([...ids])).flatMap((c) => (c && !c.cancelled ? [c] : []));
  return papers.map((c) => c.id);
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
