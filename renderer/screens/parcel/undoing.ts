import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { correctFacts } from '../../actions/correctFact.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { lastOwnAct } from '../../queries/oneCase/lastOwnAct.ts';
import { amendedBy } from '../../queries/station/recentScans.ts';
import type { DockTable } from './dockTable.ts';

/** UNDO: leaves a question nobody has answered, else takes back the last act, whatever it was. */
export async function undoLast(table: DockTable): Promise<void> {
  const { context, asked, say } = table;
  const question = asked.now();
  if (question) {
    asked.put(null);
    return say({ kind: 'left' });
  }
  const act = await lastOwnAct(context.db, context.person.personId, context.clock.now());
  return act.length > 0 ? await takeBack(table, act) : say({ kind: 'nothingToUndo' });
}

/** What a second barcode said goes, and the piece it was said of stays counted. */
export async function takeBack(table: DockTable, act: readonly Fact[]): Promise<void> {
  const { context, parcel, say } = table;
  const taken = await correctFacts(
    context,
    act.map((fact) => fact.id),
    'UNDO',
  );
  if (!taken.ok) return say({ kind: 'refused', refusal: taken.refusal });
  const [only, more] = act;
  const before = only && !more ? await amendedBy(context.db, only.id) : null;
  if (before) {
    const { caseId, arrivalId, unitGroupId, returnLineId, article, lot, serials } = before;
    const { quantity, identifiedBy, raw } = before;
    const what = { unitGroupId, returnLineId, article, lot, serials, quantity, identifiedBy, raw };
    const result = await countUnits(context, { caseId, arrivalId, ...what, identity: null });
    if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  }
  const [last] = act;
  const first = act.at(-1);
  if (!last || !first) return;
  const open = parcel.now();
  const link = act.find((fact) => fact.kind === 'arrivalLinked');
  if (first.kind === 'arrival') parcel.put(null);
  else if (link?.kind === 'arrivalLinked') parcel.put({ arrivalId: link.arrivalId, caseId: null });
  else if (first.kind === 'parcelDone' && !open)
    parcel.put({ arrivalId: first.arrivalId, caseId: first.caseId });
  say({ kind: 'undone', what: first.kind, name: nameOf(first) });
}

function nameOf(fact: Fact): string {
  if (fact.kind === 'unitsCounted') return nameOfArticle(fact);
  return fact.kind === 'arrival' ? (fact.trackingNumber ?? fact.sscc ?? '') : '';
}
