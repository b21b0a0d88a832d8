import { expect, test } from 'vitest';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { sendForged } from './attackers/forging.ts';

onEachDatabase('Forged commands', (ground) => {
  test('are not applied, break nothing, and leave the honest one its work', async () => {
    const seen = await sendForged(ground(), 1000);
    expect(seen).toMatchObject({ applied: 0, failures: 0 });
    expect(seen.sent).toBeGreaterThanOrEqual(1000);
    // They stand where central waits for them, so that their signature is what they fall by.
    expect(seen.answers['refused badSignature']).toBeGreaterThan(300);
  }, 120_000);
});
