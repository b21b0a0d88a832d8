import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBarcode } from '../../../shared/barcodes/barcode.ts';
import { checkPairOf } from '../../../shared/barcodes/gs1/checkDigit.ts';
import { findEntry } from '../../../shared/barcodes/gs1/findEntry.ts';

const gs = '\u001d';

function gs1(raw: string, referenceYear = 2026) {
  const reading = readBarcode(raw, referenceYear);
  if (!reading.ok || reading.value.kind !== 'gs1')
    throw new Error(`${raw} did not read as GS1: ${JSON.stringify(reading)}`);
  return reading.value;
}

/** Why it is not GS1: refused, or kept as text for that reason where the scanner claims nothing. */
function refusalOf(raw: string) {
  const reading = readBarcode(raw, 2026);
  if (!reading.ok) return reading.refusal;
  if (reading.value.kind === 'tracking' && reading.value.doubt) return reading.value.doubt;
  throw new Error(`${raw} was read as ${reading.value.kind}`);
}

const article = { gtin: '09521101530001', lot: 'AB-123', expiry: '2021-01-19' };

describe('element strings', () => {
  test.each([
    ']C101095211015300011721011910AB-123',
    `]C1010952110153000110AB-123${gs}17210119`,
    `]e0010952110153000110AB-123${gs}17210119`,
    `]d2010952110153000110AB-123${gs}17210119`,
    `]Q3010952110153000110AB-123${gs}17210119`,
    `]J1010952110153000110AB-123${gs}17210119`,
    `010952110153000110AB-123${gs}17210119`,
    `${gs}010952110153000110AB-123${gs}17210119${gs}`,
    `]C10109521101530001${gs}17210119${gs}10AB-123`,
    '01095211015300011721011910AB-123',
    '(01)09521101530001(10)AB-123(17)210119',
    '(17)210119(10)AB-123(01)09521101530001',
    'https://id.gs1.org/01/09521101530001/10/AB-123?17=210119',
    ']Q1https://example.com/some/shop/01/9521101530001/10/AB-123/?17=210119&linkType=all#top',
    ']d1http://example.com/01/09521101530001/10/AB%2D123?lang=en;17=210119',
  ])('article, lot and expiry read alike from every way to write them: %s', (raw) => {
    expect(gs1(raw).label).toEqual(article);
  });

  test('without its separator, a lot swallows what follows', () => {
    const withBrackets = gs1('(01)11111111111113(10)xyz(30)40');
    expect(withBrackets.label).toEqual({ gtin: '11111111111113', lot: 'xyz', count: 40 });
    expect(gs1(']C1011111111111111310xyz3040').label).toEqual({
      gtin: '11111111111113',
      lot: 'xyz3040',
    });
    expect(gs1(`]C1011111111111111310xyz${gs}3040`).label).toEqual(withBrackets.label);
  });

  test('a bracketed lot may itself contain brackets', () => {
    expect(gs1('(01)09521101530001(10)A(1)(06)B').label.lot).toBe('A(1)(06)B');
  });

  test('every identifier the warehouse needs is known', () => {
    const needed =
      '00 01 02 10 11 13 15 17 21 30 37 240 241 242 3100 3105 400 401 402 403 ' +
      '410 411 412 413 414 415 416 417 ' +
      '4310 4311 4312 4313 4314 4315 4316 4317 4318 4319 717 8040 99';
    expect(needed.split(' ').filter((ai) => findEntry(ai) === undefined)).toEqual([]);
  });

  test('a return label of the carrier reads with its return-to address', () => {
    const { elements } = gs1(
      `]C1000952110112345678944310Example+Ltd${gs}4311A%20Person${gs}4312Dock%204${gs}4317DE${gs}431880331`,
    );
    expect(elements.map(({ ai, value }) => [ai, value])).toEqual([
      ['00', '095211011234567894'],
      ['4310', 'Example+Ltd'],
      ['4311', 'A%20Person'],
      ['4312', 'Dock%204'],
      ['4317', 'DE'],
      ['4318', '80331'],
    ]);
  });

  test.each([
    ['3102123456', '1234.56', 'kg'],
    [']C13100000012', '12', 'kg'],
    [']C13105123456', '1.23456', 'kg'],
    [']C13103000500', '0.500', 'kg'],
    [']C13201000105', '10.5', 'lb'],
    [']C13162000150', '1.50', 'm³'],
    [']C13370000007', '7', 'kg/m²'],
  ])('a measure is an exact decimal with its unit: %s', (raw, amount, unit) => {
    expect(gs1(raw).elements).toMatchObject([{ kind: 'measure', amount, unit }]);
  });
});

describe('dates', () => {
  const dateIn = (yymmdd: string, referenceYear: number) =>
    gs1(`(01)09521101530001(17)${yymmdd}`, referenceYear).label.expiry;

  test('two-digit years lie within 49 years before and 50 after', () => {
    expect(dateIn('760101', 2026)).toBe('2076-01-01');
    expect(dateIn('770101', 2026)).toBe('1977-01-01');
    expect(dateIn('000101', 2098)).toBe('2100-01-01');
    expect(dateIn('480101', 2098)).toBe('2148-01-01');
    expect(dateIn('490101', 2098)).toBe('2049-01-01');
  });

  test('day 00 means the last day of the month', () => {
    expect(dateIn('240200', 2026)).toBe('2024-02-29');
    expect(dateIn('270200', 2026)).toBe('2027-02-28');
    expect(dateIn('261100', 2026)).toBe('2026-11-30');
  });

  test.each(['261301', '260001', '270229', '261131'])('no such day is refused: %s', (value) => {
    expect(refusalOf(`]C117${value}`)).toEqual({ code: 'badDate', ai: '17', value });
  });

  test('a moment of delivery may not lie at hour 24', () => {
    expect(gs1(']C143242611302359').elements).toMatchObject([{ ai: '4324', kind: 'text' }]);
    expect(refusalOf(']C143242611302400')).toMatchObject({ code: 'badValue', check: 'hhmi' });
    expect(refusalOf(']C17006261100')).toMatchObject({ code: 'badDate' });
  });
});

describe('refusals', () => {
  test('an identifier nobody assigned is refused where it stands', () => {
    expect(refusalOf(']C1010952110153000105123')).toEqual({
      code: 'unknownAi',
      ai: '0512',
      position: 19,
    });
    expect(refusalOf('(01)09521101530001(05)2')).toMatchObject({ code: 'valueTooLong', ai: '01' });
    expect(refusalOf('(05)123')).toEqual({ code: 'unknownAi', ai: '05', position: 0 });
    expect(refusalOf('(0)123')).toEqual({ code: 'badBrackets', position: 0 });
  });

  test('values too long or too short are refused with what is allowed', () => {
    expect(refusalOf(`]C110${'A'.repeat(21)}`)).toEqual({
      code: 'valueTooLong',
      ai: '10',
      length: 21,
      limit: 20,
    });
    expect(refusalOf(`]C10109521101${gs}10A`)).toEqual({
      code: 'valueTooShort',
      ai: '01',
      length: 8,
      minimum: 14,
    });
    expect(refusalOf(`]C110${gs}17210119`)).toMatchObject({ code: 'valueTooShort', ai: '10' });
  });

  test('a wrong check digit is refused wherever it stands', () => {
    expect(refusalOf(']C1010952110153000210AB')).toEqual({
      code: 'badCheckDigit',
      ai: '01',
      expected: '1',
      found: '2',
    });
    expect(refusalOf('https://id.gs1.org/01/09521101530002')).toMatchObject({
      code: 'badCheckDigit',
    });
    expect(refusalOf(']C14140952110153003')).toMatchObject({ code: 'badCheckDigit', ai: '414' });
  });

  test('one label may not say two things', () => {
    expect(refusalOf(`]C110A${gs}10B`)).toEqual({
      code: 'contradiction',
      ai: '10',
      first: 'A',
      second: 'B',
    });
    expect(gs1(`]C110A${gs}10A`).elements).toHaveLength(1);
  });

  test('letters where digits belong, and blanks in a lot, are refused', () => {
    expect(refusalOf(']C130A')).toMatchObject({ code: 'badValue', ai: '30', check: 'characters' });
    expect(refusalOf(']C110A B')).toMatchObject({ code: 'badValue', ai: '10' });
  });

  test.each([
    ['8007GB82WEST12345698765432', '8007GB83WEST12345698765432', 'iban'],
    ['8006095211015300010102', '8006095211015300010302', 'pieceoftotal'],
    ['43211', '43212', 'yesno'],
    ['4317DE', '4317D1', 'iso3166alpha2'],
    ['4311A%20B', '4311A%2xB', 'pcenc'],
    ['72582/3', '72583/2', 'posinseqslash'],
    ['4330000025-', '4330000025+', 'hyphen'],
    ['430918000000003600000000', '430918000000013600000000', 'latitude'],
    ['80117', '801107', 'nozeroprefix'],
    ['40195211AB', '401AB5211', 'key'],
  ])('%s reads and %s is refused, by the check %s', (good, bad, check) => {
    expect(gs1(`]C1${good}`).elements).toHaveLength(1);
    expect(refusalOf(`]C1${bad}`)).toMatchObject({ code: 'badValue', check });
  });

  test('the check pair of a model number is the one of GS1’s example', () => {
    expect(checkPairOf('1987654Ad4X4bL5ttr2310c')).toBe('2K');
    expect(gs1(']C180131987654Ad4X4bL5ttr2310c2K').elements[0]?.ai).toBe('8013');
    expect(refusalOf(']C180131987654Ad4X4bL5ttr2310c2J')).toMatchObject({ code: 'badCheckDigit' });
  });

  test.each([
    'https://example.com/promotion',
    'https://example.com/10/AB-123',
    'https://example.com/01/09521101530001/10/A/22/B',
    'https://example.com/01/09521101530001?21=A',
    // What qualifies the key belongs into the path, and nothing may be said twice.
    'https://example.com/01/09521101530001?10=A',
    'https://example.com/01/09521101530001/10/A?10=A',
    'https://example.com/01/09521101530001?01=09521101530001',
    'https://example.com/01/09521101530001/10/%E9',
    'https:///01/09521101530001',
    'http:',
  ])('a web address that is no Digital Link is refused: %s', (raw) => {
    expect(refusalOf(raw)).toEqual({ code: 'notDigitalLink' });
  });
});

test('whatever can be written reads back, in brackets and as an element string', () => {
  const value = fc.stringMatching(/^[A-Za-z0-9/.\-_]{1,20}$/);
  fc.assert(
    fc.property(value, value, fc.integer({ min: 0, max: 99_999_999 }), (lot, serial, count) => {
      const written = gs1(`]C1010952110153000110${lot}${gs}21${serial}${gs}30${count}`);
      expect(written.label).toEqual({ gtin: '09521101530001', lot, serial, count });
      expect(gs1(`(01)09521101530001(10)${lot}(21)${serial}(30)${count}`).elements).toEqual(
        written.elements,
      );
    }),
  );
});

test('the dictionary in use is the one its source makes', () => {
  const script = path.join(import.meta.dirname, '../../../build/gs1-dictionary.mjs');
  expect(spawnSync(process.execPath, [script, '--check'], { stdio: 'pipe' }).status).toBe(0);
});

test('what a company says in 90 to 99 is read from a Digital Link too', () => {
  const link = 'https://example.com/01/09521101530001?90=A&91=B&99=C';
  expect(gs1(link).elements.map(({ ai, value }) => [ai, value])).toEqual([
    ['01', '09521101530001'],
    ['90', 'A'],
    ['91', 'B'],
    ['99', 'C'],
  ]);
});

test('a lot beside another qualifier than its own is an attribute', () => {
  const link = 'https://example.com/01/09521101530001/235/XYZ?10=AB';
  expect(gs1(link).label).toEqual({ gtin: '09521101530001', lot: 'AB' });
});
