import { type ReceiveParcel, receiveParcel } from '../../../renderer/actions/receiveParcel.ts';
import { findByForms } from '../../../renderer/queries/lists/findByBarcode.ts';
import type { ActionContext } from '../../../renderer/recording/actionContext.ts';
import { formsOf } from '../../../shared/barcodes/scan.ts';
import { CaseId } from '../../../shared/ids.ts';

const ownNumbers = ['sscc', 'tracking', 'rma'];

/** As the dock does it: the label is looked up, and what its own number names is received. */
export async function receiveAsAnnounced(context: ActionContext, parcel: ReceiveParcel) {
  const { barcode } = parcel;
  if (parcel.caseId !== null || barcode === null) return await receiveParcel(context, parcel);
  const matches = await findByForms(context.db, formsOf(barcode), context.clock.now());
  const match = matches.find(({ by }) => ownNumbers.includes(by.kind));
  const caseId = match?.kind === 'case' ? CaseId.parse(match.row.caseId) : null;
  return await receiveParcel(context, { ...parcel, caseId });
}
