import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBarcode } from '../../../shared/barcodes/barcode.ts';
import { badgeCodeOf, commandCardOf, commands } from '../../../shared/barcodes/barcodeOwn.ts';
import { checkDigitOf, ssccOf } from '../../../shared/barcodes/gs1/checkDigit.ts';
import { productRma } from '../../../shared/barcodes/rma/rmaForm.ts';
import { readRma } from '../../../shared/barcodes/rma/rmaNumber.ts';
import { rmaNumberOf } from '../../builders/rmaNumberOf.ts';
import { withCheckDigit } from '../../builders/withCheckDigit.ts';

const read = (raw: string) => readBarcode(raw, 2026);

function valueOf(raw: string) {
  const reading = read(raw);
  if (!reading.ok) throw new Error(`${raw} was refused: ${JSON.stringify(reading.refusal)}`);
  return reading.value;
}

function refusalOf(raw: string) {
  const reading = read(raw);
  if (reading.ok) throw new Error(`${raw} was read as ${reading.value.kind}`);
  return reading.refusal;
}

/** Kept as text, for a reason. */
function doubtOf(raw: string) {
  const value = valueOf(raw);
  if (value.kind !== 'tracking') throw new Error(`${raw} was read as ${value.kind}`);
  return value.doubt;
}

function withCharacter(text: string, at: number, char: string) {
  return `${text.slice(0, at)}${char}${text.slice(at + 1)}`;
}

function exchanged(text: string, at: number, other: number) {
  return withCharacter(withCharacter(text, at, text.charAt(other)), other, text.charAt(at));
}

describe('articles and logistic units', () => {
  test.each([
    ['5901234123457', '05901234123457'],
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['15901234123454', '15901234123454'],
    [']E05901234123457', '05901234123457'],
    [']E496385074', '00000096385074'],
    [']E3590123412345712', '05901234123457'],
    [']I115901234123454', '15901234123454'],
    ['(01)09521101530001', '09521101530001'],
    [']C10109521101530001', '09521101530001'],
    ['0109521101530001', '09521101530001'],
    ['https://id.gs1.org/01/09521101530001', '09521101530001'],
  ])('an article reads as its 14 digits, however it is coded: %s', (raw, gtin) => {
    expect(valueOf(raw)).toMatchObject({ kind: 'gtin', gtin });
  });

  test('without an AIM identifier a wrong check digit is never a refusal', () => {
    for (const digits of ['5901234123458', '96385075', '036000291453', '15901234123455'])
      expect(valueOf(digits)).toMatchObject({ kind: 'tracking', text: digits, doubt: null });
  });

  test('what the scanner calls an EAN or ITF-14 must have its check digit', () => {
    expect(refusalOf(']E05901234123458')).toEqual({
      code: 'badCheckDigit',
      ai: '01',
      expected: '7',
      found: '8',
    });
    expect(refusalOf(']E0036000291453')).toMatchObject({ code: 'badCheckDigit' });
    expect(refusalOf(']I115901234123455')).toMatchObject({ code: 'badCheckDigit' });
  });

  test('an article is sure where the scanner or the writing says so, not where its digit fits', () => {
    for (const raw of [']E05901234123457', '(01)09521101530001', ']C10109521101530001'])
      expect(valueOf(raw)).toMatchObject({ kind: 'gtin', isSure: true });
    for (const raw of ['5901234123457', '036000291452', ']C05901234123457', '0109521101530001'])
      expect(valueOf(raw)).toMatchObject({ kind: 'gtin', isSure: false });
  });

  test('a UPC-E reads as the article it is short for', () => {
    expect(valueOf('04252614')).toMatchObject({ gtin: '00042100005264' });
    expect(valueOf(']E004252614')).toMatchObject({ gtin: '00042100005264', isSure: true });
    expect(valueOf(']E496385074')).toMatchObject({ gtin: '00000096385074', otherwise: null });
    // Both an EAN-8 and, seldom, a UPC-E: whichever is known.
    const both = valueOf('01234565');
    expect(both).toMatchObject({ gtin: '00012345000065', otherwise: '00000001234565' });
  });

  test.each([
    '00095211011234567894',
    ']C100095211011234567894',
    '(00)095211011234567894',
    '095211011234567894',
  ])('an SSCC reads as its 18 digits: %s', (raw) => {
    expect(valueOf(raw)).toMatchObject({ kind: 'sscc', sscc: '095211011234567894' });
  });

  test('an SSCC with any one digit changed is none, and refused where the scanner claims one', () => {
    const digits = '095211011234567894';
    const flipped = [];
    for (let at = 0; at < digits.length; at += 1)
      for (let digit = 0; digit <= 9; digit += 1)
        if (digits[at] !== String(digit)) flipped.push(withCharacter(digits, at, String(digit)));
    expect(flipped).toHaveLength(18 * 9);
    for (const sscc of flipped) {
      expect(refusalOf(`]C100${sscc}`)).toMatchObject({ code: 'badCheckDigit', ai: '00' });
      for (const raw of [`00${sscc}`, `(00)${sscc}`])
        expect(doubtOf(raw)).toMatchObject({ code: 'badCheckDigit', ai: '00' });
    }
  });

  test('numbers we make carry a check digit that reads', () => {
    expect(withCheckDigit('590123412345')).toBe('5901234123457');
    expect(withCheckDigit('0952110153000')).toBe('09521101530001');
    expect(ssccOf('09521101123456789')).toBe('095211011234567894');
    expect(() => ssccOf('123')).toThrow(RangeError);
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13}$/), (body) => {
        expect(valueOf(`(01)${withCheckDigit(body)}`)).toMatchObject({
          gtin: body + checkDigitOf(body),
        });
      }),
    );
  });
});

describe('our own codes', () => {
  test('every command card reads as its command', () => {
    for (const command of commands)
      expect(valueOf(commandCardOf(command))).toMatchObject({ kind: 'command', command });
    expect(commandCardOf('undo')).toBe('QS-CMD-UNDO');
  });

  test('badges, locations and licence plates read in either case', () => {
    expect(valueOf(badgeCodeOf('ANNA0042'))).toMatchObject({
      kind: 'badge',
      personBadge: 'ANNA0042',
    });
    expect(valueOf('qs-b-anna0042')).toMatchObject({ kind: 'badge', personBadge: 'ANNA0042' });
    expect(valueOf('QS-L-A01-02')).toMatchObject({ kind: 'location', code: 'A01-02' });
    expect(valueOf('QS-LP-26-000123')).toMatchObject({
      kind: 'licencePlate',
      plate: 'QS-LP-26-000123',
    });
  });

  test.each([
    ['QS-CMD-APPROVE', 'command'],
    ['QS-B-A', 'badge'],
    ['QS-B-ANNA 42', 'badge'],
    ['QS-L-', 'location'],
    ['QS-LP-!', 'licencePlate'],
    ['QS-J-7K4M2QXD91R', 'slip'],
  ])('a code that only looks like ours is refused by its form: %s', (raw, form) => {
    expect(refusalOf(raw)).toEqual({ code: 'badOwnCode', form, text: raw });
  });

  test('an RMA number of another form is somebody’s, not a mistake in ours', () => {
    expect(doubtOf('RMA-26-123')).toEqual({
      code: 'badRmaForm',
      text: 'RMA-26-123',
      example: 'RMA-26-0004711',
    });
    expect(doubtOf('RMA-26-0004712')).toMatchObject({ code: 'badRmaCheck' });
    expect(doubtOf('RMA00012345')).toBeNull();
  });

  test('an RMA number reads, typed or scanned', () => {
    expect(rmaNumberOf(2026, 471)).toBe('RMA-26-0004711');
    expect(valueOf('RMA-26-0004711')).toMatchObject({ kind: 'rma', rmaNumber: 'RMA-26-0004711' });
    expect(readRma(' rma-26-0004711 ', productRma)).toEqual({ ok: true, value: 'RMA-26-0004711' });
    expect(() => rmaNumberOf(2026, 1_000_000)).toThrow(RangeError);
  });

  test('an RMA number with one digit changed or two neighbours exchanged is refused', () => {
    const someRma = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([year, sequence]) => rmaNumberOf(year, sequence));
    const digitPlaces = [4, 5, 7, 8, 9, 10, 11, 12, 13];
    fc.assert(
      fc.property(someRma, (rma) => {
        expect(readRma(rma, productRma)).toEqual({ ok: true, value: rma });
        const wrong = digitPlaces.flatMap((at) =>
          Array.from('0123456789X', (digit) => withCharacter(rma, at, digit)),
        );
        for (const [i, at] of digitPlaces.entries())
          wrong.push(exchanged(rma, at, digitPlaces[i + 1] ?? at));
        expect(wrong.filter((text) => text !== rma && readRma(text, productRma).ok)).toEqual([]);
      }),
    );
  });
});

const outcomes =
  'gtin sscc gs1 command badge location licencePlate rma tracking ' +
  'empty tooLong forbiddenCharacter unknownAi valueTooLong valueTooShort badCheckDigit badDate ' +
  'badValue contradiction badBrackets notDigitalLink badOwnCode badRmaForm badRmaCheck';

/** Pieces that lead a reader far into its rules. */
const telling =
  ']C1 ]d2 ]Q1 ]E0 (01) ( ) \u001d https:// /01/ /00/ % 01 00 10 17 21 3102 8006 8013 8007 4309 ' +
  '7258 RMA-26- QS-CMD- QS-L- 09521101530001 095211011234567894 ?17= __proto__';

describe('plain text and refusals', () => {
  test.each(['1Z999AA10123456784', 'JJD000390007882144', 'SO 2026/118-b', 'PO_4711.2'])(
    'other plausible text is a tracking number, its letters as they were: %s',
    (raw) => {
      expect(valueOf(raw)).toMatchObject({ kind: 'tracking', text: raw });
    },
  );

  test('the symbology is kept and taken off the text', () => {
    expect(valueOf(']C01Z999AA10123456784')).toMatchObject({
      kind: 'tracking',
      text: '1Z999AA10123456784',
      symbology: 'C0',
    });
    expect(valueOf(']C0036000291452').kind).toBe('tracking');
  });

  test('nothing, or only an ending, is refused as empty', () => {
    for (const raw of ['', '\r\n', '  \t', ']C1', ']C1\u001d'])
      expect(refusalOf(raw)).toEqual({ code: 'empty' });
  });

  test('more than a thousand characters are refused before anything else', () => {
    expect(valueOf(`]C191${'9'.repeat(90)}\u001d92${'A'.repeat(30)}`).kind).toBe('gs1');
    expect(valueOf('9'.repeat(1000)).kind).toBe('tracking');
    expect(refusalOf('9'.repeat(1001))).toEqual({ code: 'tooLong', bytes: 1001, limit: 1000 });
  });

  test('every control character but those that part fields is refused where it stands', () => {
    const parting = [0x04, 0x1c, 0x1d, 0x1e, 0x1f];
    for (let codePoint = 0; codePoint < 32; codePoint += 1) {
      if (parting.includes(codePoint)) continue;
      expect(refusalOf(`ABC${String.fromCharCode(codePoint)}DEF`)).toEqual({
        code: 'forbiddenCharacter',
        position: 3,
        codePoint,
      });
    }
  });

  test.each([
    'https://example.com/t?id=4711',
    '&',
    '(',
    'Ü',
    'A',
    '<b>"hello"</b>',
    'javascript:alert(1)',
    'ABC\u{1F4E6}DEF',
    'x'.repeat(60),
    '[)>\u001e06\u001d1TLOT\u001e\u0004',
    ']C1(weather)',
  ])('a label nobody can read as anything is kept as the text it is: %s', (raw) => {
    expect(valueOf(raw)).toMatchObject({ kind: 'tracking' });
  });

  test.each(['ABC\ud83dDEF', 'ABC\ufffdDEF'])(
    'half a character, or a key that is none, is refused where it stands',
    (raw) => {
      expect(refusalOf(raw)).toMatchObject({ code: 'forbiddenCharacter', position: 3 });
    },
  );

  test('20 000 random strings give a reading or a typed refusal, and never an exception', () => {
    const fragment = fc.oneof(
      fc.constantFrom(...telling.split(' ')),
      fc.stringMatching(/^\d{0,18}$/),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 8 }), (fragments) => {
        const reading = read(fragments.join(''));
        expect(outcomes.split(' ')).toContain(
          reading.ok ? reading.value.kind : reading.refusal.code,
        );
      }),
      { numRuns: 20_000 },
    );
  });
});
