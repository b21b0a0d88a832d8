import { describe, expect, test } from 'vitest';
import { readBarcode } from '../../../shared/barcodes/barcode.ts';
import {
  defectOnCard,
  findingCardCode,
  findingCards,
  readFindingCard,
} from '../../../shared/cases/findingCards.ts';
import { defectsInForce } from '../../../shared/facts/catalogue.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { anEntry, entryId } from '../../builders/cases/anEntry.ts';

const offeredWith = (...entries: Parameters<typeof anEntry>[0][]) =>
  defectsInForce(entries.map(anEntry), { on: '2026-11-18', productGroup: null });

/** What the card is read as, by its barcode. */
function said(text: string) {
  const read = accepted(readBarcode(text, 2026));
  return read.kind === 'findingCard' ? readFindingCard(read.says) : read.kind;
}

describe('Cards that say something of a finding', () => {
  test('every one of them is read as what it was printed for', () => {
    const cards = findingCards(offeredWith({ code: 'D17' }));
    expect(cards.map((card) => said(findingCardCode(card)))).toEqual(cards);
    expect(new Set(cards.map(findingCardCode)).size).toBe(cards.length);
  });

  test('Caps Lock turned round says the same', () => {
    expect(said('qs-f-d-function.leak')).toEqual({ kind: 'defect', code: 'FUNCTION.LEAK' });
  });

  test('what is none of them is refused and never looked up', () => {
    for (const body of ['S-WORSE', 'N-0', 'N-12345', 'I-NONE'])
      expect(said(`QS-F-${body}`)).toBeUndefined();
    for (const body of ['', 'X', 'C-', 'SOUNDS', 'D-'])
      expect(refusedWith(readBarcode(`QS-F-${body}`, 2026))).toMatchObject({
        code: 'badOwnCode',
        form: 'finding',
      });
  });

  test('a defect is named by the company’s code, or by ours where the company has none', () => {
    const offered = offeredWith({ id: entryId('entry-d17'), code: 'd17' });
    expect(defectOnCard(offered, 'D17')?.entry.id).toBe('entry-d17');
    expect(defectOnCard(offered, 'FUNCTION.LEAK')?.code).toBe('function.leak');
    expect(defectOnCard(offered, 'D18')).toBeUndefined();
  });

  test('a code no barcode of ours can carry has no card', () => {
    const cards = findingCards(offeredWith({ code: 'Größe 4' }));
    expect(cards.some((card) => card.kind === 'defect' && card.code.startsWith('GRÖ'))).toBe(false);
  });
});
