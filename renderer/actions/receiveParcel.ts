import { ArrivalId, type CaseId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Barcode } from '../../shared/returns/barcode.ts';
import type { ArrivalFact } from '../../shared/returns/fact.ts';
import { identifiersIn } from '../cases/identifiersIn.ts';
import { indexed } from '../cases/identifiersOf.ts';
import { ownersUnder } from '../storage/identifierPages.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type ReceiveParcel = {
  /** What was scanned on the box; null for one without a readable label. */
  readonly barcode: Barcode | null;
  /** The scan as it came. */
  readonly raw: string | null;
  /** A case the person chose; null lets the barcode find it. */
  readonly caseId: CaseId | null;
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
  const found = await announcedBy(context.db, input.barcode);
  const caseIds = input.caseId ? [input.caseId] : found.caseIds;
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
        trackingNumber: found.trackingNumber,
        sscc: ssccIn(input.barcode),
        raw: input.raw,
        note: input.note,
      }),
  });
}

/** The cases whose papers name one of the parcel's own numbers; what lies inside does not route it. */
async function announcedBy(
  db: StationDatabase,
  barcode: Barcode | null,
): Promise<{ readonly caseIds: readonly CaseId[]; readonly trackingNumber: string | null }> {
  if (!barcode) return { caseIds: [], trackingNumber: null };
  const own = identifiersIn(barcode).filter((i) => ['sscc', 'tracking', 'rma'].includes(i.kind));
  const rows = await ownersUnder(db, own.map(indexed));
  const ids = new Set(rows.filter((r) => r.owner.startsWith('case:')).map((r) => r.caseId));
  const papers = (await db.cases.bulkGet([...ids])).flatMap((c) => (c && !c.cancelled ? [c] : []));
  // Twelve digits may be an article or a carrier's number: here the papers say which.
  const byTracking = rows.some((r) =>
    r.values.includes(indexed({ kind: 'tracking', value: barcode.text })),
  );
  const isTracking = barcode.kind === 'tracking' || byTracking;
  return {
    caseIds: papers.map((c) => c.id),
    trackingNumber: isTracking ? barcode.text.slice(0, 40) : null,
  };
}

function ssccIn(barcode: Barcode | null): string | null {
  if (barcode?.kind === 'sscc') return barcode.sscc;
  return barcode?.kind === 'gs1' ? (barcode.label.sscc ?? null) : null;
}
