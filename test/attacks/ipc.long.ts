/** Twenty thousand calls of a hostile page to a station at work. */
import { expect, test } from 'vitest';
import { askAnything } from './attackers/ipcCalls.ts';

test('twenty thousand calls of a hostile page', async () => {
  const seen = await askAnything(20_000);
  process.stdout.write(`ipc ${JSON.stringify(seen)}\n`);
  expect(seen.calls).toBe(20_000);
}, 3_600_000);
