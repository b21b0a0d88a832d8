/*
 * Australia Post's parcels carry (01)99312650999998(91) and the article: three or five characters of
 * the sender, seven digits of the consignment, eleven of article, product and service. People write
 * down the article or, for several parcels together, the consignment.
 */
export const australiaPostGtin = '99312650999998';

const label = new RegExp(`^\\(?01\\)?${australiaPostGtin}\\(?91\\)?([0-9A-Z]{21,})`);
const article = /^(?=.{0,4}[A-Z])(?:[0-9A-Z]{3}|[0-9A-Z]{5})\d{18}$/;

/** The article on a label, in normal form; what a scanner ran on behind it is left off. */
export function australiaPostForms(text: string): readonly string[] {
  const carried = label.exec(text)?.[1] ?? '';
  return [21, 23].map((length) => carried.slice(0, length)).filter((id) => article.test(id));
}

/** The consignment a label belongs to: other parcels have the same. */
export function consignmentForms(text: string): readonly string[] {
  return australiaPostForms(text).map((id) => id.slice(0, -11));
}
