import { expect, onTestFinished, test, vi } from 'vitest';
import { moneyParts, priceParts } from '../../../shared/facts/showMoney.ts';

test('of each language and number of decimals one format is made, however many sums are shown', () => {
  const made = vi.spyOn(Intl, 'NumberFormat');
  onTestFinished(() => made.mockRestore());
  const say = (amount: string) => amount;
  // Languages nothing else here speaks.
  for (let minor = 1; minor <= 50; minor += 1) {
    moneyParts({ minor, currency: 'USD' }, 'fi', say);
    priceParts('12.345', 'USD', 'fi');
  }
  moneyParts({ minor: 5, currency: 'JPY' }, 'fi', say);
  expect(made.mock.calls.length).toBeLessThanOrEqual(3);
  expect(moneyParts({ minor: 1_234_550, currency: 'USD' }, 'en', say).amount).toBe('12,345.50');
  expect(priceParts('12.345', 'USD', 'en').amount).toBe('12.345');
  expect(moneyParts({ minor: 5, currency: 'JPY' }, 'en', say).amount).toBe('5');
});
