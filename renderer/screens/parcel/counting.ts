import type { FactOf } from '../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { articleByGtin } from '../../queries/oneCase/articleByGtin.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { isInCount, serialSeen } from '../../queries/oneCase/serialSeen.ts';
import { isForeignLot } from '../../recording/identityOf.ts';
import type { CountOf } from '../../workflow/openParcel.ts';
import { contentsRows } from './contentsRows.ts';
import type { DockSays } from './dockSays.ts';
import { type DockTable, viewOf } from './dockTable.ts';

/** One more of an article, in the parcel that is open. */
export async function count(table: DockTable, what: CountOf, raw: string | null): Promise<void> {
  const { context, say } = table;
  const open = table.parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  const [serial] = what.serials;
  const seen =
    serial === undefined ? [] : await serialSeen(context.db, { serial, article: what.article });
  if (serial !== undefined && isInCount(seen, open)) return say({ kind: 'serialAgain', serial });
  const known =
    what.article.name === '' ? await articleByGtin(context.db, what.article.gtin) : null;
  const result = await countUnits(context, {
    caseId: open.caseId,
    arrivalId: open.arrivalId,
    ...what,
    article: { ...what.article, ...known },
    identity: null,
    identifiedBy: raw === null ? 'manual' : 'scan',
    raw,
  });
  if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  const [other] = seen;
  return say(
    countedSays(result.value, await viewOf(table, open), other ? (other.rma ?? '–') : null),
  );
}

function countedSays(
  fact: FactOf<'unitsCounted'>,
  view: CaseView | null,
  serialIn: string | null,
): DockSays {
  const { identity, article } = fact;
  const name = article.name || (article.gtin ?? '');
  // Without papers nothing can be set apart from them.
  if (view?.file.returnCase.lines.length === 0) {
    const like = view.file.unitGroups.filter((group) => group.article.gtin === article.gtin);
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
