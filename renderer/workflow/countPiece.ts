import type { Barcode } from '../../shared/barcodes/barcode.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import type { UnitOfMeasure } from '../../shared/facts/quantity.ts';
import type { FactId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { correctFact } from '../actions/correctFact.ts';
import { countUnits } from '../actions/countUnits.ts';
import { articleNamed } from '../queries/oneCase/articleNamed.ts';
import { isInCount, type SerialSeen, serialSeen } from '../queries/oneCase/serialSeen.ts';
import { amended } from '../queries/station/recentScans.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { quantityOn, timesUnits } from './countOfLabel.ts';
import { besideArticle } from './goodsLabel.ts';
import type { CountOf, OpenParcel } from './openParcel.ts';

type Counted = {
  readonly fact: FactOf<'unitsCounted'>;
  /** Where else its serial was counted. */
  readonly seen: readonly SerialSeen[];
};
type Uncounted = ActionRefusal | { readonly code: 'serialAgain'; readonly serial: string };

/** One more of an article into a parcel: a serial once, under the name its papers give it. */
export async function countPiece(
  context: ActionContext,
  parcel: OpenParcel,
  what: CountOf,
  raw: string | null,
): Promise<Result<Counted, Uncounted>> {
  const { article } = what;
  const [serial] = what.serials;
  const seen = serial === undefined ? [] : await serialSeen(context.db, { serial, article });
  if (serial !== undefined && isInCount(seen, parcel))
    return refuse({ code: 'serialAgain', serial });
  const known = article.name === '' ? await articleNamed(context.db, article) : null;
  const counted = await countUnits(context, {
    caseId: parcel.caseId,
    arrivalId: parcel.arrivalId,
    ...what,
    article: known?.article ?? article,
    quantity: timesUnits(what.quantity, known?.units ?? 1),
    identity: null,
    identifiedBy: raw === null ? 'manual' : 'scan',
    raw,
  });
  return counted.ok ? accept({ fact: counted.value, seen }) : counted;
}

/** A second barcode of the piece just counted: its count is taken back and saved with what is known now. */
export async function amendCount(
  context: ActionContext,
  parcel: OpenParcel,
  { instead, count }: { readonly instead: FactId; readonly count: CountOf },
  raw: string | null,
): Promise<Result<Counted, Uncounted>> {
  const result = await correctFact(context, { factId: instead, reason: amended });
  return result.ok ? await countPiece(context, parcel, count, raw) : result;
}

/** The words for a piece that was not counted, which dock and bench have alike. */
export function uncountedSays(refusal: Uncounted) {
  return refusal.code === 'serialAgain'
    ? ({ kind: 'serialAgain', serial: refusal.serial } as const)
    : ({ kind: 'refused', refusal } as const);
}

/** The label beside an article's own says how many, and perhaps more of it; null where it does not. */
export function saidBeside(
  barcode: Barcode,
  what: CountOf,
  unit: UnitOfMeasure | 'case',
): CountOf | null {
  const beside = besideArticle(barcode);
  const quantity = beside && quantityOn(beside, unit === 'case' ? 'EA' : unit);
  if (!beside || quantity === null) return null;
  const serials = beside.serial === null ? what.serials : [beside.serial];
  return { ...what, lot: beside.lot ?? what.lot, serials, quantity };
}
