import { expect, test } from 'vitest';
import { photoPath, shownPhotoPath } from '../../shared/sync/centralApi.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { aJpeg, uploadPhoto } from '../central/uploadPhoto.ts';

onEachDatabase('A station of another site', (ground) => {
  const statusOf = async (station: TestStation, path: string) =>
    (await station.call('GET', path)).status;

  test('reads by no route what is not its own', async () => {
    const { central, keys, nextCase } = ground();
    const here = await aStation(central, keys);
    const there = await aStation(central, keys, 'site-2');
    const { inspected, approval, arrival } = aReturn(nextCase());
    expect(new Set(verdictsOf(await here.record(...inspected, approval)))).toEqual(
      new Set(['applied']),
    );
    const { bytes, sha256 } = aJpeg();
    expect(await uploadPhoto(central.url, here, bytes, sha256)).toBe(204);

    const id = encodeURIComponent(arrival.caseId ?? '');
    for (const path of [
      `/central/cases/${id}`,
      `/central/cases/${id}/refunds`,
      photoPath(sha256),
    ]) {
      expect([path, await statusOf(here, path)]).toEqual([path, 200]);
      expect([path, await statusOf(there, path)]).toEqual([path, 404]);
    }
    // No decoder reads this one; the other site does not even hear that it is there.
    for (const [station, message] of [
      [here, 'No decoder reads this photo: it is kept as evidence'],
      [there, 'No such photo'],
    ] as const)
      expect(await station.call('GET', shownPhotoPath(sha256))).toMatchObject({
        body: { message },
      });
    const states = await there.call('POST', '/central/photo-states', { sha256: [sha256] });
    expect(states.body).toEqual({ photos: [{ sha256, state: 'missing' }] });
    const people = JSON.stringify((await there.call('GET', '/central/people')).body);
    expect(people).toContain('Otto');
    for (const name of ['Dora', 'Ivan', 'Sara', 'Olga']) expect(people).not.toContain(name);
    const ids = (await there.pullAll()).map((change) => change.id);
    for (const own of [...inspected, approval].flatMap((fact) => [fact.id, fact.caseId]))
      expect(ids).not.toContain(own);
    const tries = [{ personId: 'dora', made: 10, cleared: 0 }];
    expect((await there.call('POST', '/central/people/pin-tries', { tries })).body).toEqual({
      tries: [],
    });
  });
});
