import type { DefectOffered } from '../../../../shared/facts/catalogue.ts';

const most = 12;

/**
 * Defects in whose name or code every word typed stands, whole codes first: who types D17 means D17
 * and no D171.
 */
export function defectsFound(
  offered: readonly DefectOffered[],
  sought: string,
  nameOf: (one: DefectOffered) => string,
): readonly DefectOffered[] {
  const words = plain(sought).split(' ');
  const isCode = ({ entry }: DefectOffered) => plain(entry.code ?? '') === words.join(' ');
  return offered
    .filter((one) => {
      const text = plain(`${one.entry.code ?? ''} ${nameOf(one)}`);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => Number(isCode(b)) - Number(isCode(a)))
    .slice(0, most);
}

/** Without case, accents and doubled blanks. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
