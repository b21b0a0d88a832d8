import { expect, test } from 'vitest';
import type { OrderedArticle } from '../../../shared/facts/orderedArticle.ts';
import { articleFollowed } from '../../../shared/office/admit/articleFollowed.ts';

const [unit, carton, other] = ['04006381333931', '14006381333938', '04006381333948'] as const;
const sold: OrderedArticle = { number: 'WEL-0815', name: 'Welle', gtin: null };

test('an article that got its GTINs later is known by them', () => {
  const now = { ...sold, gtin: unit, gtins: [{ gtin: carton, quantity: 12 }] };
  expect(articleFollowed(sold, now)).toEqual(now);
});

test('what was sold under a GTIN keeps it, and is known by the new one too', () => {
  const was = { ...sold, gtin: unit, gtins: [{ gtin: carton, quantity: 12 }] };
  expect(articleFollowed(was, { ...sold, gtin: other })).toEqual({
    ...was,
    gtins: [
      { gtin: carton, quantity: 12 },
      { gtin: other, quantity: 1 },
    ],
  });
  expect(articleFollowed(was, sold)).toEqual(was);
});

test('its number and name stay as sold, its product group is the one of now', () => {
  const now = { number: 'WEL-0816', name: 'Welle, neu', gtin: null, productGroup: 'Wellen' };
  expect(articleFollowed({ ...sold, productGroup: 'Alt' }, now)).toEqual({
    ...sold,
    productGroup: 'Wellen',
  });
  expect(articleFollowed({ ...sold, productGroup: 'Alt' }, sold)).toEqual(sold);
});

test('followed twice it is as followed once', () => {
  const now = { ...sold, gtin: unit, gtins: [{ gtin: carton, quantity: 12 }] };
  const once = articleFollowed(sold, now);
  expect(articleFollowed(once, now)).toEqual(once);
});

test('it is shown by the picture of now, or by none', () => {
  const [before, after] = ['1', '2'].map((digit) => ({ ...sold, picture: digit.repeat(64) }));
  expect(articleFollowed(before ?? sold, after ?? sold)).toEqual(after);
  expect(articleFollowed(before ?? sold, sold)).toEqual(sold);
});

test('it is measured by the limits of now, and is of the parts it was sold with', () => {
  const limits = (least: number) => [{ what: 'Dicke', unit: 'mm', least }];
  const was = { ...sold, parts: ['Welle', 'Passfeder'], characteristics: limits(1.9) };
  const now = { ...sold, parts: ['Welle'], characteristics: limits(1.95) };
  expect(articleFollowed(was, now)).toEqual({ ...was, characteristics: limits(1.95) });
  expect(articleFollowed(sold, now)).toEqual(now);
  expect(articleFollowed(was, sold)).toEqual({ ...sold, parts: was.parts });
});
