import { afterEach, expect, test } from 'vitest';
import { findPostgres } from '../../builders/central/postgresServer.ts';
import { dice } from '../dice.ts';
import { noteFigures, rounds } from '../figures.ts';
import { whyNoNamespaces } from '../namespaces.ts';
import { allQuiet, aWarehouse, divergence, playRound, type Warehouse } from './partitions.ts';

const bin = findPostgres();
const impossible = bin === null || whyNoNamespaces() !== null;
const wanted = rounds(200);
const compareEvery = Math.min(20, Math.ceil(wanted / 2));
let warehouse: Warehouse | null = null;

afterEach(async () => {
  await warehouse?.close();
  warehouse = null;
});

test.skipIf(impossible)(
  `central and three stations agree on everything after each of ${wanted} partitions, and nothing saved is lost or doubled`,
  async () => {
    warehouse = await aWarehouse(bin ?? '');
    const thrown = dice(9);
    const happened = new Map<string, number>();
    const from = performance.now();
    let [kills, waited, longestMs, comparisons] = [0, 0, 0, 0];
    for (let round = 1; round <= wanted; round += 1) {
      const began = performance.now();
      const played = await playRound(warehouse, thrown);
      longestMs = Math.max(longestMs, performance.now() - began);
      happened.set(played.kind, (happened.get(played.kind) ?? 0) + 1);
      kills += played.killed ? 1 : 0;
      waited += played.waited;
      if (round % compareEvery !== 0 && round !== wanted) continue;
      comparisons += 1;
      expect(await divergence(warehouse), `after round ${round}`).toEqual([]);
    }
    await noteFigures(9, 'partitions in network namespaces', {
      rounds: wanted,
      divergence: 0,
      comparisons,
      'facts saved': warehouse.saved.size,
      'of them waiting when the network healed': waited,
      'stations killed': kills,
      ...Object.fromEntries([...happened].sort(([a], [b]) => a.localeCompare(b))),
      'seconds per round': ((performance.now() - from) / wanted / 1000).toFixed(2),
      'longest round s': (longestMs / 1000).toFixed(1),
    });
    expect(waited).toBeGreaterThan(0);
  },
);

test.skipIf(impossible)(
  'a station that stopped synchronising before the network healed is seen to differ',
  async () => {
    warehouse = await aWarehouse(bin ?? '');
    const dock = warehouse.stations.get('dock');
    await warehouse.network.unplug('dock');
    await dock?.tell({ kind: 'save', facts: 2 });
    await warehouse.stations.get('bench')?.tell({ kind: 'save', facts: 1 });
    await dock?.tell({ kind: 'stopSync' });
    await warehouse.network.heal();
    const others = new Map([...warehouse.stations].filter(([place]) => place !== 'dock'));
    await allQuiet({ ...warehouse, stations: others });
    const found = await warehouse.compare();
    expect(found.filter((it) => it.startsWith('saved, not at central'))).toHaveLength(2);
    // The two it kept to itself and the one it never heard of.
    expect(found.filter((it) => it.includes('and central differ in fact'))).toHaveLength(3);
    await noteFigures(9, 'positive control, one station deaf', { differences: found.length });
  },
);
