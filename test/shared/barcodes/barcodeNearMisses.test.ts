import { describe, expect, test } from 'vitest';
import { readBarcode } from '../../../shared/barcodes/barcode.ts';

const read = (raw: string) => {
  const reading = readBarcode(raw, 2026);
  if (!reading.ok) throw new Error(`${raw} was refused: ${JSON.stringify(reading.refusal)}`);
  return reading.value;
};

describe('An article reads as its 14 digits, however people, printers and input methods write them', () => {
  test.each([
    ['the gaps it is printed with', '5 901234 123457'],
    ['gaps that do not break', '5\u00a0901234\u2009123457'],
    ['blanks pasted along', '\u00a05901234123457\u00a0'],
    ['marks of direction pasted along', '\u202d5901234123457\u202c'],
    ['an input method’s wide digits', '５９０１２３４１２３４５７'],
    ['brackets and a blank', '(01) 05901234123457'],
    ['brackets and gaps', '( 01 ) 0 5901234 12345 7'],
    ['wide brackets', '（01）05901234123457'],
    ['brackets and its own length', '(01)5901234123457'],
  ])('%s', (_, raw) => {
    expect(read(raw)).toMatchObject({ kind: 'gtin', gtin: '05901234123457' });
  });

  test('an ISBN with its hyphens', () => {
    for (const raw of ['978-0-306-40615-7', '978–0–306–40615–7', '978 0306 406157'])
      expect(read(raw)).toMatchObject({ kind: 'gtin', gtin: '09780306406157', isSure: false });
  });

  test('with its add-on, where the scanner says article or the digits say book', () => {
    for (const raw of [']E0590123412345712', ']E0590123412345712345', ']E3590123412345712'])
      expect(read(raw)).toMatchObject({ kind: 'gtin', gtin: '05901234123457', isSure: true });
    for (const raw of [']E003600029145212', ']E303600029145212345'])
      expect(read(raw)).toMatchObject({ kind: 'gtin', gtin: '00036000291452' });
    for (const raw of ['978030640615754495', '978030640615712'])
      expect(read(raw)).toMatchObject({ kind: 'gtin', isSure: false });
    // Fifteen digits of anybody else are somebody's number.
    expect(read('590123412345712').kind).toBe('tracking');
  });

  test('but no other number with hyphens', () => {
    expect(read('590-1234-123457').kind).toBe('tracking');
  });
});

describe('A separator is one, however a scanner writes what its keyboard has no key for', () => {
  const ways = '<GS> <gs> <FNC1> [GS] {GS} ^] \\u001d \\x1d \u241d ~ | ^'.split(' ');
  test.each(ways)('%s', (way) => {
    for (const lead of ['', ']C1', ']d2', way])
      expect(read(`${lead}010952110153000110AB-123${way}17271231`)).toMatchObject({
        kind: 'gs1',
        label: { gtin: '09521101530001', lot: 'AB-123', expiry: '2027-12-31' },
      });
  });

  test('and what no identifier follows is left as it was', () => {
    const reading = readBarcode(']C110AB~12', 2026);
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'badValue', value: 'AB~12' } });
    expect(read('010952110153000110AB<GS>XY')).toMatchObject({ label: { lot: 'AB<GS>XY' } });
    expect(read('SO~2026|118')).toMatchObject({ kind: 'tracking', text: 'SO~2026|118' });
  });
});

test('our own codes read with wide characters and any dash', () => {
  expect(read('ＱＳ－ＣＭＤ－ＯＫ')).toMatchObject({ kind: 'command', command: 'ok' });
  expect(read('QS–CMD–UNDO')).toMatchObject({ kind: 'command', command: 'undo' });
  expect(read('QS‑B‑ANNA0042')).toMatchObject({ kind: 'badge', personBadge: 'ANNA0042' });
  expect(read('RMA–26–0004711')).toMatchObject({ kind: 'rma', rmaNumber: 'RMA-26-0004711' });
});

test('blanks beside the brackets of a label typed by hand are nobody’s', () => {
  expect(read('(01) 09521101530001 (10) AB-123 (17) 27 12 31')).toMatchObject({
    label: { gtin: '09521101530001', lot: 'AB-123', expiry: '2027-12-31' },
  });
  expect(read('(00) 0 9521101 123456789 4')).toMatchObject({ sscc: '095211011234567894' });
});
