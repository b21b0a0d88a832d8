import { sumQuantities } from '../../../shared/facts/quantity.ts';
import { finishParcel, noteMissing } from '../../actions/finishParcel.ts';
import { comingStill } from '../../queries/lists/comingIn.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { missingIn } from '../../queries/oneCase/missingIn.ts';
import { type DockTable, recordedFor, viewOf } from '../parcel/dockTable.ts';

/** DONE: compares with the papers first; what is short is confirmed by DONE once more. */
export async function done(table: DockTable): Promise<void> {
  const { context, asked, parcel, say } = table;
  const open = parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  const view = await viewOf(table, open);
  const caseId = recordedFor(open, view);
  // Nothing of it was counted: then nothing is missing either, the bench counts it.
  const isCounted = view !== null && hasCounts(view, open.arrivalId);
  const missing = view && caseId !== null && isCounted ? missingIn(view.file) : [];
  const total = sumQuantities(missing.map((line) => line.quantity));
  const isConfirmed = asked.now()?.kind === 'short' || isNoted(view, open.arrivalId, total);
  if (total > 0 && !isConfirmed) {
    asked.put({ kind: 'short' });
    return say({ kind: 'short', missing: total, names: view ? namesOf(view, missing) : [] });
  }
  const result = await finishParcel(context, { caseId, arrivalId: open.arrivalId, missing });
  if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  asked.put(null);
  parcel.put(null);
  const { expectedUntil } = result.value;
  if (expectedUntil !== null) say({ kind: 'finishedShort', missing: total, until: expectedUntil });
  else if (open.caseId === null) say({ kind: 'finishedBlind' });
  else say({ kind: isCounted ? 'finished' : 'finishedUncounted' });
  await offerTheOthers(table);
}

/** MISSING: notes what did not come; the parcel stays open. */
export async function sayMissing(table: DockTable): Promise<void> {
  const { context, asked, say } = table;
  const open = table.parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  const view = await viewOf(table, open);
  const lines = view ? missingIn(view.file) : [];
  const { arrivalId, caseId } = open;
  if (caseId === null) return say({ kind: 'caseFirst' });
  if (lines.length === 0) return say({ kind: 'nothingMissing' });
  const result = await noteMissing(context, { caseId, arrivalId, missing: lines });
  if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  asked.put(null);
  const total = sumQuantities(lines.map((line) => line.quantity));
  return say({ kind: 'missingNoted', missing: total, until: result.value.expectedUntil });
}

/** Whatever group they joined, units of this very parcel were counted. */
function hasCounts({ file }: CaseView, arrivalId: string): boolean {
  return file.facts.some(
    (fact) =>
      fact.kind === 'unitsCounted' && fact.arrivalId === arrivalId && !file.corrected.has(fact.id),
  );
}

/** The same number of missing pieces was noted for this parcel already. */
function isNoted(view: CaseView | null, arrivalId: string, total: number): boolean {
  const noted = view?.file.countedOff.findLast(
    (fact) => fact.kind === 'missingNoted' && fact.arrivalId === arrivalId,
  );
  return noted !== undefined && sumQuantities(noted.missing.map((l) => l.quantity)) === total;
}

/** Other returns under the same label wait for their turn. */
async function offerTheOthers(table: DockTable): Promise<void> {
  const { context, asked, shared } = table;
  const others = shared.now();
  if (!others) return;
  const { label } = others;
  const coming = await comingStill(context.db, others.coming, label, context.clock.now());
  if (coming.some((one) => one.same === null)) asked.put({ kind: 'choice', label, coming });
  shared.put(null);
}

function namesOf(view: CaseView, lines: ReturnType<typeof missingIn>): readonly string[] {
  return lines.map(({ returnLineId, quantity }) => {
    const line = view.file.returnCase.lines.find((one) => one.id === returnLineId);
    const order = view.orderLines.find((one) => one.id === line?.orderLineId);
    return `${quantity} × ${order?.article.name ?? ''}`.trim();
  });
}
