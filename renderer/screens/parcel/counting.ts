import { isNamedAlike, nameOfArticle } from '../../../shared/facts/articles.ts';
import type { FactOf } from '../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { isForeignLot } from '../../recording/identityOf.ts';
import { amendCount, countPiece, uncountedSays } from '../../workflow/countPiece.ts';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import type { ScanStep } from '../../workflow/routeScan.ts';
import { contentsRows } from './contentsRows.ts';
import type { DockSays } from './dockSays.ts';
import { type DockTable, viewOf } from './dockTable.ts';

/** One more of an article, in the parcel that is open. */
export async function count(table: DockTable, what: CountOf, raw: string | null): Promise<void> {
  const { context, parcel, say } = table;
  const open = parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  return await sayCounted(table, open, await countPiece(context, open, what, raw));
}

/** A second barcode of the piece just counted. */
export async function amend(
  table: DockTable,
  step: Extract<ScanStep, { readonly kind: 'amend' }>,
  raw: string | null,
): Promise<void> {
  const { context, parcel, say } = table;
  const open = parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  return await sayCounted(table, open, await amendCount(context, open, step, raw));
}

async function sayCounted(
  table: DockTable,
  open: OpenParcel,
  counted: Awaited<ReturnType<typeof countPiece>>,
): Promise<void> {
  if (!counted.ok) return table.say(uncountedSays(counted.refusal));
  const { fact, seen } = counted.value;
  const [other] = seen;
  const view = await viewOf(table, open);
  return table.say(countedSays(fact, view, other ? (other.rma ?? '–') : null));
}

function countedSays(
  fact: FactOf<'unitsCounted'>,
  view: CaseView | null,
  serialIn: string | null,
): DockSays {
  const { identity, article } = fact;
  const name = nameOfArticle(fact);
  // Without papers nothing can be set apart from them.
  if (view?.file.returnCase.lines.length === 0) {
    const like = view.file.unitGroups.filter((group) => isNamedAlike(group.article, article));
    return {
      kind: 'countedBlind',
      name,
      counted: sumQuantities(like.map((group) => group.quantity)),
    };
  }
  const row = view
    ? contentsRows(view).find((r) =>
        identity === 'match' ? r.key === fact.returnLineId : r.key === fact.unitGroupId,
      )
    : undefined;
  const line = view?.file.returnCase.lines.find((one) => one.id === fact.returnLineId);
  const shipped = view?.orderLines.find((one) => one.id === line?.orderLineId)?.lot ?? null;
  const foreignLot =
    fact.lot !== null && shipped !== null && isForeignLot(fact.lot, shipped)
      ? { found: fact.lot, shipped }
      : null;
  return {
    kind: 'counted',
    name,
    identity,
    counted: row?.counted ?? fact.quantity,
    announced: row?.announced ?? null,
    foreignLot,
    serialIn,
  };
}
