import { normalForm } from '../barcodes/lookup/normalForm.ts';
import type { UnitsCountedFact } from './fact.ts';

/** A serial or lot, however it was typed, scanned or written in the papers. */
export function isSameMark(a: string, b: string): boolean {
  return normalForm(a) === normalForm(b);
}

type Piece = Pick<UnitsCountedFact, 'article'> & { readonly serial: string };

/**
 * Whether two counts are of one piece, however its serial was typed or scanned. A serial is unique for
 * its article, not beyond it; an article is known by number or by GTIN, whatever its packaging level,
 * and two that share neither kind of name may be the same.
 */
export function isSamePiece(a: Piece, b: Piece): boolean {
  return isSameMark(a.serial, b.serial) && mayBeSameArticle(a.article, b.article);
}

function mayBeSameArticle(a: UnitsCountedFact['article'], b: UnitsCountedFact['article']): boolean {
  const numbers = a.number !== null && b.number !== null;
  const gtins = a.gtin !== null && b.gtin !== null;
  return (
    (numbers && a.number === b.number) ||
    (gtins && a.gtin?.slice(1, 13) === b.gtin?.slice(1, 13)) ||
    (!numbers && !gtins)
  );
}
