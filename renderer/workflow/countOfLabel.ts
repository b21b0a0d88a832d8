import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { isCountedAs, isNamedAlike, recordedAs, unitsUnder } from '../../shared/facts/articles.ts';
import type { OrderLine } from '../../shared/facts/documents.ts';
import type { OrderedArticle } from '../../shared/facts/orderedArticle.ts';
import {
  fromThousandths,
  sumQuantities,
  toThousandths,
  type UnitOfMeasure,
} from '../../shared/facts/quantity.ts';
import { isSameMark } from '../../shared/facts/serials.ts';
import type { ReturnLineId } from '../../shared/ids.ts';
import type { GoodsLabel } from './goodsLabel.ts';
import type { CountOf, Expected, OpenParcel } from './openParcel.ts';

/** How many, and whether somebody has to say so. */
export type Counting =
  | { readonly kind: 'count'; readonly count: CountOf }
  | {
      readonly kind: 'askQuantity';
      readonly count: CountOf;
      readonly unit: UnitOfMeasure | 'case';
    };

/** Finds the announced line of an article, a line with room left before a full one. Pure. */
export function countOfLabel(label: GoodsLabel, parcel: OpenParcel, expected: Expected): Counting {
  const { file, orderLines } = expected;
  const { known, packed, pack } = articleMeant(label, orderLines);
  const article = known
    ? recordedAs(known.article)
    : { gtin: label.gtins[0] ?? null, number: label.number, name: '' };
  const unit = known?.unit ?? 'EA';
  const quantity =
    quantityInPacks(label, unit, pack) ??
    quantityOn(label, unit) ??
    (packed ? packSizeOf(packed, file) : null) ??
    (packed === null && label.count !== 0 && isByPiece(unit) ? 1 : null);
  const lines = known ? linesOf(known.article, expected) : [];
  const meets = lines.find((line) => line.room >= (quantity ?? 1)) ?? lines[0];
  const isSurplus = meets ? meets.room < (quantity ?? 1) : false;
  const { lot } = label;
  const group = file.unitGroups.find(
    (g) =>
      g.arrivalId === parcel.arrivalId &&
      isNamedAlike(g.article, article) &&
      (g.lot === lot || (g.lot !== null && lot !== null && isSameMark(g.lot, lot))) &&
      g.returnLineId === (meets?.id ?? null) &&
      (g.identity === 'mismatch_quantity') === isSurplus &&
      g.identity !== 'mismatch_instance',
  );
  const count: CountOf = {
    returnLineId: meets?.id ?? null,
    unitGroupId: group?.unitGroupId ?? null,
    article,
    lot,
    serials: label.serial === null ? [] : [label.serial],
    quantity: quantity ?? 1,
  };
  if (quantity !== null) return { kind: 'count', count };
  return { kind: 'askQuantity', count, unit: packed === null ? unit : 'case' };
}

/** Whether an open parcel's own papers, or what lies in it already, know the article of a label. */
export function isOfParcel(label: GoodsLabel, { file, orderLines }: Expected): boolean {
  const { known } = articleMeant(label, orderLines);
  return known !== null || file.unitGroups.some((g) => label.gtins.includes(g.article.gtin ?? ''));
}

/**
 * The article itself, a `pack` of it of which its papers say how many units are inside, or the one
 * whose outer case this is, `packed`: an ITF-14 with an indicator from 1 to 8.
 */
function articleMeant(label: GoodsLabel, orderLines: readonly OrderLine[]) {
  const own = orderLines.find(({ article }) =>
    label.number === null
      ? article.gtin !== null && label.gtins.includes(article.gtin)
      : article.number === label.number,
  );
  if (own) return { known: own, packed: null, pack: null };
  for (const gtin of label.gtins)
    for (const known of orderLines) {
      const pack = unitsUnder(known.article, gtin);
      if (pack !== null) return { known, packed: null, pack };
    }
  const packed = label.gtins.find((gtin) => /^[1-8]/.test(gtin)) ?? null;
  const inside = orderLines.find(
    ({ article }) => packed !== null && article.gtin?.slice(1, 13) === packed.slice(1, 13),
  );
  return inside ? { known: inside, packed, pack: null } : { known: null, packed: null, pack: null };
}

/** The announced lines of an article: by its number, or by the GTIN two numbers share. */
function linesOf(article: OrderedArticle, { file, orderLines }: Expected) {
  const counted = (lineId: ReturnLineId) =>
    sumQuantities(
      file.unitGroups
        .filter((g) => g.returnLineId === lineId && g.identity === 'match')
        .map((g) => g.quantity),
    );
  return file.returnCase.lines.flatMap((line) => {
    const order = orderLines.find((o) => o.id === line.orderLineId);
    const announced = line.approvedQuantity ?? line.requestedQuantity;
    return order && isCountedAs(article, order.article)
      ? [{ id: line.id, room: announced - counted(line.id) }]
      : [];
  });
}

/** One outer case holds as many as another of the same number; null until one was counted. */
function packSizeOf(packed: string, file: CaseFile): number | null {
  const counts = file.facts.filter((fact) => fact.kind === 'unitsCounted');
  const like = counts.findLast(
    (fact) => !file.corrected.has(fact.id) && fact.raw?.includes(packed) === true,
  );
  return like?.quantity ?? null;
}

/** Of a pack: as many as are in it, for each that the label counts; its own weight goes first. */
function quantityInPacks(label: GoodsLabel, unit: UnitOfMeasure, pack: number | null) {
  if (pack === null || label.count === 0) return null;
  const isWeighed = !isByPiece(unit) && quantityOn(label, unit) !== null;
  return isWeighed ? null : timesUnits(label.count ?? 1, pack);
}

/** How many units so many packs of them are; quantities have three places. */
export function timesUnits(packs: number, units: number): number {
  return fromThousandths(toThousandths(packs * units));
}

function isByPiece(unit: UnitOfMeasure): boolean {
  return unit === 'EA' || unit === 'PR';
}

const poundInKilograms = 0.453_592_37;

/** In the article's own unit; null where the label does not say. */
export function quantityOn(
  { count, measures }: Pick<GoodsLabel, 'count' | 'measures'>,
  unit: UnitOfMeasure,
): number | null {
  if (isByPiece(unit)) return count === 0 ? null : count;
  const found = (leading: string) =>
    measures.find(({ ai }) => ai.startsWith(leading) && ai.length === 4);
  const pounds = unit === 'KG' ? found('320') : undefined;
  const own = found({ KG: '310', M: '311', L: '315', EA: '', PR: '' }[unit]);
  const amount = own ? Number(own.amount) : pounds && Number(pounds.amount) * poundInKilograms;
  // Quantities have three places.
  return amount === undefined || amount === 0 ? null : Math.round(amount * 1000) / 1000;
}
