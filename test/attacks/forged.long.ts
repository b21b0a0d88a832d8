/** Sixteen thousand forged commands on each database: none in, no failure. QUAYSIDE_COMMANDS makes them fewer. */
import { expect, test } from 'vitest';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { sendForged } from './attackers/forging.ts';

const wanted = Number(process.env['QUAYSIDE_COMMANDS'] ?? 16_000);

onEachDatabase(
  'Sixteen thousand forged commands',
  (ground) => {
    test('are not applied', async () => {
      const seen = await sendForged(ground(), wanted);
      process.stdout.write(`forged ${JSON.stringify(seen)}\n`);
      expect(seen).toMatchObject({ applied: 0, failures: 0 });
    }, 3_600_000);
  },
  { limits: { requests: 1_000_000, enrolments: 1_000_000 } },
  200,
);
