import type { CaseId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ArrivalFact } from '../../shared/returns/fact.ts';
import type { Identifier } from '../storage/rows.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';

export type ReceiveParcel = {
  /** What the barcode says: SSCC, tracking number or RMA; empty for a box without a readable label. */
  readonly identifiers: readonly Identifier[];
  /** A case the person chose; null lets the barcode find it. */
  readonly caseId: CaseId | null;
  readonly raw: string | null;
  readonly dock: string;
  readonly carrier: string | null;
  readonly packages: number;
  readonly seal: ArrivalFact['seal'];
  readonly condition: ArrivalFact['condition'];
  readonly note: string;
};

/** Goods came through the door: for the case their barcode names, or blind (`caseId` null) when it names none. */
export async function receiveParcel(
  _context: ActionContext,
  _input: ReceiveParcel,
): Promise<Result<ArrivalFact, ActionRefusal>> {
  throw new Error('not built yet');
}
