import { expect, onTestFinished, test } from 'vitest';
import { noteContact } from '../../../central/people/stationContactRows.ts';
import { registerStation, revokeStation } from '../../../central/people/stationRows.ts';
import { provingFetch } from '../../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../../electron/main/station/stationKey.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { SiteStations } from '../../../shared/sync/siteStationsApi.ts';
import { personId } from '../../builders/cases/ids.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../aCompany.ts';
import { aStation } from '../aStation.ts';

test('a supervisor is told of the other stations of the own site, and nobody else is', async () => {
  let keys: Keys = new Map();
  const central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
    },
  });
  onTestFinished(() => central.close());
  const own = await aStation(central, keys);
  const stationKey = newStationKey();
  const ask = async (id: string | null) => {
    const key = id === null ? undefined : keys.get(id);
    const person = { personId: personId(id ?? 'nobody'), name: '', badge: '', roles: [] };
    const proving = provingFetch(fetch, stationKey, Date.now, () => (key ? { person, key } : null));
    return await proving(`${central.url}${centralApi.siteStations.path}`, {
      method: 'GET',
      headers: { authorization: `Bearer ${own.token}` },
    });
  };
  const heard = new Date('2026-11-30T08:00:00Z');
  await central.database.write(async (rows) => {
    const station = (stationId: string, siteId: string) =>
      registerStation(rows, { stationId, siteId, name: stationId }, heard);
    await station('dock-7', 'site-1');
    await station('dock-8', 'site-1');
    await station('gone', 'site-1');
    await station('elsewhere', 'site-2');
    await noteContact(rows, 'dock-7', { version: '1', sealed: 12, clockSkewMs: null }, heard);
    await revokeStation(rows, 'gone', heard, { actor: 'office', reason: null });
  });
  for (const who of [null, 'dora', 'ivan']) expect((await ask(who)).status).toBe(403);
  const answer = await ask('sara');
  expect(answer.status).toBe(200);
  const { stations, more } = SiteStations.parse(await answer.json());
  const known = stations.filter(({ id }) => /^(?:dock-[78]|gone|elsewhere)$/.test(id));
  expect(known).toEqual([
    { id: 'dock-8', name: 'dock-8', lastContactAt: null, unsent: null },
    { id: 'dock-7', name: 'dock-7', lastContactAt: heard.toISOString(), unsent: 12 },
  ]);
  expect(stations.map(({ id }) => id)).not.toContain(own.id);
  expect(more).toBe(0);
});
