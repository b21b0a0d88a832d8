/**
 * A program: a slice of histories on a central of its own, so that slices use every processor.
 * `node playSlice.ts <postgres address | pglite> <first seed> <count>` prints its books as JSON.
 */
import { startCentral } from '../../../builders/central/centralInMemory.ts';
import { playMany } from './inRounds.ts';
import { moveModelIn } from './onDatabase.ts';

const [place = 'pglite', from = '1', count = '1'] = process.argv.slice(2);
const central = await startCentral(
  place === 'pglite' ? {} : { place: { kind: 'postgres', url: place } },
);
try {
  const keys = await moveModelIn(central);
  const books = await playMany(central, keys, {
    from: Number(from),
    count: Number(count),
    atOnce: 3,
    together: 16,
    steps: 40,
  });
  process.stdout.write(JSON.stringify(books));
} finally {
  await central.close();
}
