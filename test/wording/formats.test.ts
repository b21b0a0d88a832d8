import { expect, test, vi } from 'vitest';
import { createWording } from '../../renderer/wording/createWording.ts';
import { languageFor } from '../../renderer/wording/languages.ts';

const english = createWording({ language: 'en', zone: 'America/Los_Angeles' });
const german = createWording({ language: 'de', zone: 'Europe/Berlin' });

test('a moment is written as the clock at the site shows it, wherever the reader sits', () => {
  const friday0130utc = '2026-03-06T01:30:00.000Z';
  expect(english.formatDate(friday0130utc, 'time')).toBe('17:30');
  expect(english.formatDate(friday0130utc, 'shortDay')).toBe('5 Mar');
  expect(german.formatDate(friday0130utc, 'time')).toBe('02:30');
});

test('a calendar day never slips into its neighbour', () => {
  expect(english.formatDate('2026-11-30', 'shortDay')).toBe('30 Nov');
  expect(german.formatDate('2026-11-30', 'shortDay')).toBe('30. Nov.');
});

test('money carries its currency by code and the decimals of that currency', () => {
  expect(english.formatMoney({ minor: 1_284_050, currency: 'USD' })).toBe('USD\u00a012,840.50');
  expect(german.formatMoney({ minor: 1_284_050, currency: 'EUR' })).toBe('EUR\u00a012.840,50');
  expect(english.formatMoney({ minor: 9900, currency: 'JPY' })).toBe('JPY\u00a09,900');
});

test('a duration is said in its largest whole unit', () => {
  expect(english.formatDuration(3 * 3_600_000 + 59 * 60_000)).toMatch(/^3 hrs?$/);
  expect(english.formatDuration(90_000)).toMatch(/^1 min$/);
});

test('plurals follow the number', () => {
  expect(english.t('deadline.left', { count: 1 })).toBe('1 working day left');
  expect(english.t('deadline.left', { count: 2 })).toBe('2 working days left');
});

test('the first language of the computer that we speak is chosen, else English', () => {
  expect(languageFor(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageFor(['zh-Hans-CN'])).toBe('zh');
  expect(languageFor(['fr'])).toBe('en');
});

test('numbers on a list are written by a few formatters, not by one each', () => {
  const made = vi.spyOn(Intl, 'NumberFormat');
  const some = createWording({ language: 'en', zone: 'America/New_York' });
  for (let n = 0; n < 500; n += 1) {
    some.formatNumber(n);
    some.formatBytes(n * 10_000);
    some.formatDuration(n * 60_000);
  }
  expect(made.mock.calls.length).toBeLessThan(12);
  made.mockRestore();
});
