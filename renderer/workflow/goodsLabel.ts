import type { Barcode } from '../../shared/barcodes/barcode.ts';
import type { Gs1Element } from '../../shared/barcodes/gs1/element.ts';
import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import type { Scan } from '../../shared/barcodes/scan.ts';
import { gtinsOf } from '../../shared/facts/articles.ts';
import type { OrderLine } from '../../shared/facts/documents.ts';
import type { Match } from '../queries/lists/findByBarcode.ts';

type Measure = Extract<Gs1Element, { readonly kind: 'measure' }>;

/** What a label says about goods, whatever it says it with. */
export type GoodsLabel = {
  /** 14 digits, or what the same digits mean otherwise; none where the label names no article. */
  readonly gtins: readonly string[];
  /** An article by its own number, as papers write it; null where a label names it otherwise. */
  readonly number: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  /** null: the label says nothing of it. */
  readonly count: number | null;
  readonly measures: readonly Measure[];
};

/** What a code says about an article, alone or with more; null where it names none or a whole parcel. */
export function goodsLabelOf(barcode: Barcode): GoodsLabel | null {
  if (barcode.kind === 'gtin') {
    const { gtin, otherwise } = barcode;
    return { ...nothing, gtins: otherwise === null ? [gtin] : [gtin, otherwise] };
  }
  if (barcode.kind !== 'gs1' || barcode.label.sscc !== undefined) return null;
  const gtin = barcode.label.gtin ?? barcode.label.contentGtin;
  return gtin === undefined ? null : { ...saidOn(barcode.elements), gtins: [gtin] };
}

/**
 * What stands beside an article's own barcode: lot, serial number, count, weight, dates. null where
 * an identifier is a shipment's, or nobody's business but a carrier's.
 */
export function besideArticle(barcode: Barcode): GoodsLabel | null {
  if (barcode.kind !== 'gs1') return null;
  const { sscc, gtin, contentGtin } = barcode.label;
  if (sscc !== undefined || gtin !== undefined || contentGtin !== undefined) return null;
  return barcode.elements.some(({ ai }) => /^(4|9\d$|8008)/.test(ai))
    ? null
    : saidOn(barcode.elements);
}

/** A serial or article number as these papers write it, with what else stands on its label. */
export function namedOnPapers(
  { reading, forms }: Scan,
  orderLines: readonly OrderLine[],
): GoodsLabel | null {
  const isMeant = (text: string) => forms.includes(normalForm(text));
  const bySerial = orderLines.find(({ serials }) => serials.some(isMeant));
  const order =
    bySerial ??
    orderLines.find(({ article }) => isMeant(article.number)) ??
    orderLines.find(({ article }) => forms.some((form) => isMarked(form, article.number)));
  if (!order) return null;
  const beside = reading.ok ? besideArticle(reading.value) : null;
  return {
    ...nothing,
    ...beside,
    gtins: gtinsOf(order.article),
    number: order.article.number,
    serial: bySerial?.serials.find(isMeant) ?? beside?.serial ?? null,
  };
}

/** An article number under its data identifier: the customer's, the supplier's (ANSI MH10.8.2). */
function isMarked(form: string, number: string): boolean {
  const own = normalForm(number);
  return form.endsWith(own) && ['P', '1P', '30P'].includes(form.slice(0, -own.length));
}

/** An article by its number, from other papers than those of the open parcel. */
export function namedElsewhere(barcode: Barcode, [match]: readonly Match[]): GoodsLabel | null {
  if (match?.by.kind !== 'article' || !['tracking', 'gs1'].includes(barcode.kind)) return null;
  return { ...nothing, ...besideArticle(barcode), number: match.by.value };
}

const nothing: GoodsLabel = {
  gtins: [],
  number: null,
  lot: null,
  serial: null,
  count: null,
  measures: [],
};

function saidOn(elements: readonly Gs1Element[]): GoodsLabel {
  const lot = elements.find((one) => one.kind === 'lot');
  const serial = elements.find((one) => one.kind === 'serial');
  const count = elements.find((one) => one.kind === 'count');
  return {
    ...nothing,
    lot: lot?.lot ?? null,
    serial: serial?.serial ?? null,
    count: count?.count ?? null,
    measures: elements.filter((one) => one.kind === 'measure'),
  };
}
