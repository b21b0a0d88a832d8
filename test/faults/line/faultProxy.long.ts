import { expect, test } from 'vitest';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { moveIn } from '../../central/aCompany.ts';
import { aStation, now } from '../../journeys/aCentral.ts';
import { dice } from '../dice.ts';
import { noteFigures, rounds } from '../figures.ts';
import { badLine } from './badLine.ts';
import { faultProxy } from './faultProxy.ts';
import { account, drained, pushesSeen, pushOver } from './pushes.ts';

const bin = findPostgres();
const aim = rounds(1000);

test(`${aim} pushes over a bad line: nothing lost, nothing double`, async () => {
  const server = bin === null ? null : await startPostgres(bin);
  const url = await server?.createDatabase();
  const central = await startCentral({
    now: () => new Date(now()),
    ...(url === undefined ? {} : { place: { kind: 'postgres', url } }),
    fill: async (tools) => {
      await moveIn(tools);
    },
  });
  const proxy = await faultProxy(central.url);
  try {
    const behind = { ...central, url: proxy.url };
    const stations = await Promise.all(Array.from({ length: 4 }, () => aStation(behind)));
    badLine(proxy, dice(81), null);
    await pushOver(proxy, stations, pushesSeen(proxy) + aim);
    const pushes = pushesSeen(proxy);
    const hit = [...proxy.happened].filter(([kind]) => kind !== 'none');
    proxy.heal();
    const ms = Math.round(await drained(stations));
    const found = await account(stations, central.database);
    await noteFigures(8, 'fault proxy', {
      pushes,
      faults: hit.reduce((sum, [, count]) => sum + count, 0),
      kinds: hit.length,
      ...found,
      'drained, ms': ms,
    });
    expect(found).toMatchObject({ lost: 0, double: 0, refused: 0 });
    expect(ms).toBeLessThan(30_000);
  } finally {
    await proxy.close();
    await central.close();
    await server?.stop();
  }
});
