import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { nameOfLabel } from '../../../shared/barcodes/scan.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { openCase } from '../../actions/openCase.ts';
import { relinkArrival } from '../../actions/relinkArrival.ts';
import type { CaseRow } from '../../queries/lists/caseRow.ts';
import type { Match } from '../../queries/lists/findByBarcode.ts';
import { paperOf } from '../../queries/oneCase/paperOf.ts';
import type { OpenParcel } from '../../workflow/openParcel.ts';
import type { Asked, DockTable } from '../parcel/dockTable.ts';
import { oddly } from './receiving.ts';

/** An RMA found on the papers of goods nobody announced. */
export async function linkBy(
  table: DockTable,
  open: OpenParcel,
  barcode: Barcode,
  matches: readonly Match[],
): Promise<void> {
  const [match] = matches;
  if (match?.kind !== 'case')
    return table.say({ kind: 'unexpected', label: nameOfLabel(barcode), doubt: null });
  return await linkTo(table, open, match.row, nameOfLabel(barcode));
}

export async function linkTo(
  { context, parcel, say }: DockTable,
  { arrivalId }: OpenParcel,
  row: CaseRow,
  reason: string,
): Promise<void> {
  const { caseId, rma, clientName } = row;
  const result = await relinkArrival(context, { arrivalId, caseId, reason });
  if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  parcel.put({ arrivalId, caseId });
  const name = rma ?? clientName;
  const paper = await paperOf(context.db, caseId);
  return say(oddly(paper, row) ?? { kind: 'linked', name, client: clientName });
}

/** Yes: the goods that were kept are the return announced since. */
export async function linkAsked(
  table: DockTable,
  open: OpenParcel,
  { row, label }: Extract<Asked, { kind: 'link' }>,
): Promise<void> {
  table.asked.put(null);
  return await linkTo(table, open, row, label.barcode ? nameOfLabel(label.barcode) : '');
}

/** Goods whose papers never came: they get a case of their own. */
export async function openFor(
  { context, asked, parcel, say }: DockTable,
  { arrivalId }: OpenParcel,
  clientId: ClientId | null,
): Promise<void> {
  const opened = await openCase(context, { clientId, arrivalId, note: '' });
  if (!opened.ok) return say({ kind: 'refused', refusal: opened.refusal });
  asked.put(null);
  parcel.put({ arrivalId, caseId: opened.value.caseId });
  return say({ kind: 'opened' });
}
