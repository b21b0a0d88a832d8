import { isCountedAs, nameOfArticle } from '../../shared/facts/articles.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import { isSameMark } from '../../shared/facts/serials.ts';
import type { FactId } from '../../shared/ids.ts';
import { quantityOn } from './countOfLabel.ts';
import type { GoodsLabel } from './goodsLabel.ts';
import type { CountOf, Expected, OpenParcel } from './openParcel.ts';

export type Counted = FactOf<'unitsCounted'>;

/** What a barcode beside the article's own adds to the piece just counted. */
export type Addition =
  /** The count just saved says less: it is taken back, and this one saved instead. */
  | { readonly kind: 'amend'; readonly instead: FactId; readonly count: CountOf }
  /** What it says of one piece was said already: it is on another one of the same article. */
  | { readonly kind: 'count'; readonly count: CountOf }
  /** It belongs to the article and says nothing we record, or the same again. */
  | { readonly kind: 'belongs'; readonly name: string }
  /** No article was scanned before it. */
  | { readonly kind: 'articleFirst' };

/** The last count into this parcel at this station; null when none was. */
export function lastCountOf(
  { file }: Expected,
  { parcel, stationId }: { readonly parcel: OpenParcel | null; readonly stationId: string },
): Counted | null {
  const counts = file.facts.filter((fact) => fact.kind === 'unitsCounted');
  return (
    counts.findLast(
      (fact) =>
        fact.arrivalId === parcel?.arrivalId &&
        fact.stationId === stationId &&
        !file.corrected.has(fact.id),
    ) ?? null
  );
}

/**
 * A lot, serial number, count or weight without an article of its own belongs to the article counted
 * last. Each may be said of a piece once; said again, of a serial, count or weight, it is on the next
 * piece. Pure.
 */
export function addedTo(
  last: Counted | null,
  label: Omit<GoodsLabel, 'gtins' | 'number'>,
  { orderLines }: Expected,
): Addition {
  if (!last) return { kind: 'articleFirst' };
  const order = orderLines.find(({ article }) => isCountedAs(last.article, article));
  const quantity = quantityOn(label, order?.unit ?? 'EA');
  const { lot, serial } = label;
  const isNewSerial = serial !== null && !last.serials.some((own) => isSameMark(own, serial));
  const another =
    (isNewSerial && last.serials.length > 0) || (quantity !== null && last.quantity !== 1);
  const otherLot = lot !== null && last.lot !== null && !isSameMark(lot, last.lot);
  // A second lot may be on the same piece's box; whose it is, only its article can say.
  if (otherLot && !another) return { kind: 'articleFirst' };
  const isNews = (lot !== null && last.lot === null) || isNewSerial || quantity !== null;
  if (!isNews) return { kind: 'belongs', name: nameOfArticle(last) };
  const count: CountOf = {
    returnLineId: last.returnLineId,
    unitGroupId: null,
    article: last.article,
    lot: lot ?? last.lot,
    serials: serial === null ? (another ? [] : last.serials) : [serial],
    quantity: quantity ?? (another ? 1 : last.quantity),
  };
  return another ? { kind: 'count', count } : { kind: 'amend', instead: last.id, count };
}
