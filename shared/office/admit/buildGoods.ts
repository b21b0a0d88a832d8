import type { OrderLine } from '../../facts/documents.ts';
import { OrderLineId } from '../../ids.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { BodyOf } from '../bodies/bodyOf.ts';
import { ArticleBody, OrderLineBody } from '../bodies/goods.ts';
import { minorUnitsOf, worthOf } from '../decimal.ts';
import { externalIdOf, type Reference } from '../externalId.ts';
import { type OfficeError, officeError } from '../officeCommand.ts';
import type { Build, Building } from './build.ts';
import { clientOfPaper } from './clientNamed.ts';
import { readOnce } from './readOnce.ts';
import { changesOfOrderLine, withChanges } from './withChanges.ts';

type Line = BodyOf<'order-lines'>;

/**
 * An order line as stations decide about it. Once money was granted on it, its goods and its money stay:
 * a correction is a credit in the company's books, not another past.
 */
export const buildOrderLine: Build<'order-lines'> = (it) => {
  const { ownId, source, body, before, known } = it;
  const money = moneyOf(body);
  if (!money.ok) return money;
  const article = articleNamed(it, body.article);
  const shipped = body.shippedArticle === undefined ? null : articleNamed(it, body.shippedArticle);
  const line: OrderLine = {
    id: OrderLineId.parse(ownId),
    orderNumber: body.orderNumber,
    lineNumber: body.lineNumber,
    clientId: clientOfPaper(known, ownId, body.client, source).id,
    article: articleOnLine(article),
    ...(shipped === null ? {} : { shippedArticle: articleOnLine(shipped) }),
    lot: body.lot,
    serials: body.serials,
    orderedQuantity: body.orderedQuantity,
    shippedQuantity: body.shippedQuantity,
    unit: body.unit ?? article.unit,
    ...money.value,
    currency: body.currency,
    customised: body.customised,
    drawing: body.drawing,
    carrier: body.carrier,
    clientReceivedOn: body.deliveredOn,
  };
  const changed =
    before && known.isGranted(ownId) ? whatMoved(OrderLineBody.parse(before.body), body) : null;
  if (changed !== null)
    return refuse([
      officeError(
        changed,
        'moneyGranted',
        'Money was granted on this line; its goods and money stay as they were',
      ),
    ]);
  return accept({ documents: [{ collection: 'orderLines', body: changedFrom(it, line) }] });
};

function changedFrom(
  { before, known, ownId }: Building<'order-lines'>,
  line: OrderLine,
): OrderLine {
  const said = before && OrderLineBody.parse(before.body);
  const money = said && moneyOf(said);
  if (said === null || !money?.ok) return line;
  const { shippedQuantity, currency } = said;
  const fresh = changesOfOrderLine({ ...money.value, shippedQuantity, currency }, line, known.now);
  return withChanges(line, known.paperBefore(ownId)?.changes ?? [], fresh);
}

const kept = [
  'client',
  'orderedQuantity',
  'shippedQuantity',
  'currency',
  'price',
  'pricePer',
  'discountPercent',
  'net',
  'tax',
] as const satisfies readonly (keyof Line)[];

function whatMoved(before: Line, now: Line): string | null {
  return kept.find((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field])) ?? null;
}

type Money = Pick<OrderLine, 'unitPrice' | 'invoiced' | 'price'>;

/** The invoice's own sums; without them what the price comes to, rounded once over the whole line. */
function moneyOf(body: Line): Result<Money, readonly OfficeError[]> {
  const { price, pricePer: per, discountPercent, currency, shippedQuantity } = body;
  if ((body.net === undefined) !== (body.tax === undefined))
    return refuse([
      officeError(
        body.net === undefined ? 'net' : 'tax',
        'netAndTax',
        'Net and tax of the invoiced line belong together: both, or neither',
      ),
    ]);
  const sum = (field: 'net' | 'tax', given: string) => {
    const minor = minorUnitsOf(given, currency);
    return minor === null
      ? refuse([officeError(field, 'tooManyDecimals', `More decimals than ${currency} has`)])
      : accept(minor);
  };
  const unitPrice = worthOf({ price, per, quantity: 1, discountPercent }, currency);
  const worth = worthOf({ price, per, quantity: shippedQuantity, discountPercent }, currency);
  if (unitPrice === null || worth === null)
    return refuse([officeError('price', 'tooMuchMoney', 'More than an order line can be worth')]);
  const net = body.net === undefined ? accept(worth) : sum('net', body.net);
  if (!net.ok) return net;
  const tax = body.tax === undefined ? accept(0) : sum('tax', body.tax);
  if (!tax.ok) return tax;
  return accept({
    unitPrice,
    invoiced: { net: net.value, tax: tax.value },
    price: { amount: price, per },
  });
}

const articleOf = readOnce(ArticleBody);

function articleNamed({ source, known }: Building<'order-lines'>, reference: Reference) {
  return articleOf(known.record('articles', externalIdOf(reference, source)));
}

/** An article as an order line has it. */
export function articleOnLine(body: ArticleBody): OrderLine['article'] {
  const { number, name, gtins, productGroup, parts, picture, characteristics } = body;
  const ofOne = gtins.find(({ quantity }) => quantity === 1);
  const others = gtins.filter((it) => it !== ofOne);
  return {
    number,
    name,
    gtin: ofOne?.gtin ?? null,
    ...(others.length === 0 ? {} : { gtins: others }),
    ...(productGroup === undefined ? {} : { productGroup }),
    ...(parts.length === 0 ? {} : { parts }),
    ...(picture === undefined ? {} : { picture }),
    ...(characteristics.length === 0 ? {} : { characteristics }),
  };
}
