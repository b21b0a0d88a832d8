import { expect, test, vi } from 'vitest';
import { photoAddresses } from '../../../renderer/queries/oneCase/photoUrl.ts';

test('two thousand photos in one sitting hold no more addresses than five hundred, each made once', () => {
  const live = new Set<string>();
  let made = 0;
  vi.stubGlobal('URL', {
    createObjectURL: () => {
      made += 1;
      live.add(`blob:${made}`);
      return `blob:${made}`;
    },
    revokeObjectURL: (address: string) => live.delete(address),
  });
  const addresses = photoAddresses(500);
  const picture = new Blob(['picture']);
  for (let taken = 0; taken < 2000; taken += 1) {
    addresses.of(`sha-${taken}`, picture);
    // What is in sight is drawn again with each one more.
    for (let back = 0; back < Math.min(taken, 20); back += 1)
      addresses.of(`sha-${taken - back}`, picture);
    expect(live.size).toBeLessThanOrEqual(500);
  }
  expect(made).toBe(2000);
  expect(live.has(addresses.get('sha-1999') ?? '')).toBe(true);
  expect(addresses.get('sha-0')).toBeUndefined();
});
