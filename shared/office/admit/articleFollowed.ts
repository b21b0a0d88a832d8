import type { OrderedArticle } from '../../facts/orderedArticle.ts';

const mostGtins = 20;

/**
 * An article as it was sold, known besides by the GTINs it has got since, in the product group it is in
 * now, shown by the picture of now and measured by its limits. Its number, its name, the GTINs it was sold under and the parts it
 * was sold with stay: they stand on the goods. Pure.
 */
export function articleFollowed(sold: OrderedArticle, now: OrderedArticle): OrderedArticle {
  const {
    productGroup: _group,
    picture: _picture,
    characteristics: _limits,
    gtins: packs = [],
    ...own
  } = sold;
  const gtin = sold.gtin ?? now.gtin;
  const ofNow = [
    ...(now.gtin === null ? [] : [{ gtin: now.gtin, quantity: 1 }]),
    ...(now.gtins ?? []),
  ];
  const known = new Set([gtin, ...packs.map((pack) => pack.gtin)]);
  const gtins = [...packs, ...ofNow.filter((pack) => !known.has(pack.gtin))].slice(0, mostGtins);
  return {
    ...own,
    gtin,
    ...(gtins.length === 0 ? {} : { gtins }),
    ...(now.productGroup === undefined ? {} : { productGroup: now.productGroup }),
    ...(now.picture === undefined ? {} : { picture: now.picture }),
    ...(now.characteristics === undefined ? {} : { characteristics: now.characteristics }),
    ...(sold.parts === undefined && now.parts !== undefined ? { parts: now.parts } : {}),
  };
}
