/** Twenty thousand calls of a hostile page to a station at work. QUAYSIDE_CALLS makes them fewer. */
import { expect, test } from 'vitest';
import { askAnything } from './attackers/ipcCalls.ts';

const wanted = Number(process.env['QUAYSIDE_CALLS'] ?? 20_000);

test('twenty thousand calls of a hostile page', async () => {
  const seen = await askAnything(wanted);
  process.stdout.write(`ipc ${JSON.stringify(seen)}\n`);
  expect(seen.calls).toBe(wanted);
}, 3_600_000);
