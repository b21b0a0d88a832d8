import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideOf, readMeasured } from '../../../shared/barcodes/measured.ts';
import { FindingFact } from '../../../shared/facts/fact.ts';

test.each([
  ['20,31 mm', 20.31, 'mm'],
  ['20.31mm', 20.31, 'mm'],
  ['20.31', 20.31, ''],
  ['1,234', 1.234, ''],
  ['1.234,5 kg', 1234.5, 'kg'],
  ['1,234.5 kg', 1234.5, 'kg'],
  ['1 234,5 kg', 1234.5, 'kg'],
  ['+00020.310', 20.31, ''],
  ['01A+00020.31', 20.31, ''],
  ['02B-00000.05', -0.05, ''],
  ['-3 °C', -3, '°C'],
  ['−3 °C', -3, '°C'],
  ['.5 V', 0.5, 'V'],
  ['5. V', 5, 'V'],
  ['3,2 N/mm²', 3.2, 'N/mm²'],
  ['0', 0, ''],
  ['-0', 0, ''],
])('%s is read as %d %s', (typed, value, unit) => {
  expect(readMeasured(typed)).toEqual({ ok: true, value: { value, unit } });
});

test.each([
  '',
  ' ',
  'mm',
  '1..2',
  '1,2,3',
  '1e9',
  '12 34',
  '5 millimetres long',
  'RMA-26-0004711',
  '9999999999',
  '+',
  '--3',
  '0x10',
  '4.5.6',
  '1e3',
  '1 a2',
])('“%s” is no value', (typed) => {
  expect(readMeasured(typed)).toEqual({ ok: false, refusal: 'notAValue' });
});

test('whatever is typed is read as a number that can be recorded, or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const read = readMeasured(typed);
      if (!read.ok) return;
      const measurements = [{ what: 'x', ...read.value }];
      expect(FindingFact.shape.measurements.safeParse(measurements).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a value is outside its limits where it is beyond one of them, never on it', () => {
  const of = (value: number, limits: { least?: number; most?: number }) =>
    outsideOf({ value, ...limits });
  expect(of(20.05, { least: 19.95, most: 20.05 })).toBeNull();
  expect(of(20.06, { least: 19.95, most: 20.05 })).toBe('above');
  expect(of(19.94, { least: 19.95 })).toBe('below');
  expect(of(-1e9, {})).toBeNull();
});
