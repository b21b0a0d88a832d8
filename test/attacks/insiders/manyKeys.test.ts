import { expect, test } from 'vitest';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { aJoining, aKeyPair } from '../../builders/central/joining.ts';
import { aStation, callCentral } from '../../central/aStation.ts';
import { onEachDatabase } from '../../central/onEachDatabase.ts';

onEachDatabase('Who gives himself one key after another', (ground) => {
  test('is told to fetch a slip: each of them would be tried for whatever is sent in his name', async () => {
    const { central, keys } = ground();
    const station = await aStation(central, keys);
    const slip = async () => {
      const path = centralApi.joiningSlip.path.replace(':id', 'ivan');
      const { body } = await callCentral(central.url, central.adminToken, 'POST', path, {});
      return centralApi.joiningSlip.response.parse(body).slip;
    };
    let last = aKeyPair();
    const join = async (by: string | ReturnType<typeof aKeyPair>) => {
      const born = aKeyPair();
      const of = { personId: 'ivan', stationId: station.id };
      const path = centralApi.join.path.replace(':id', 'ivan');
      const { status } = await station.call('POST', path, aJoining(of, born, by));
      if (status === 200) last = born;
      return status;
    };
    expect(await join(await slip())).toBe(200);
    const statuses: number[] = [];
    for (let times = 0; times < 15; times += 1) statuses.push(await join(last));
    expect(statuses).toEqual([
      ...Array.from({ length: 9 }, () => 200),
      ...Array.from({ length: 6 }, () => 429),
    ]);
    expect(await join(await slip())).toBe(200);
  });
});
