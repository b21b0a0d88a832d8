/** Three hundred hostile pictures: none ends central, and nobody waits two seconds for it. QUAYSIDE_PICTURES makes them fewer. */
import { expect, test } from 'vitest';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation } from '../central/aStation.ts';
import { takePictures } from './attackers/takingPictures.ts';

const wanted = Number(process.env['QUAYSIDE_PICTURES'] ?? 300);

test('three hundred hostile pictures', async () => {
  let keys: Keys = new Map();
  const central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 1);
    },
  });
  try {
    const seen = await takePictures(central, await aStation(central, keys), wanted);
    process.stdout.write(`${JSON.stringify(seen, null, 2)}\n`);
    expect(seen.kept + seen.refused).toBe(wanted);
    expect(seen.othersWaited).toBeLessThan(2000);
  } finally {
    await central.close();
  }
}, 1_800_000);
