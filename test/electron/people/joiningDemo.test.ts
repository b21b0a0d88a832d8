import { expect, test } from 'vitest';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { aStation, enrol } from '../station/aStation.ts';
import { loopbackCentral } from '../station/loopbackCentral.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aWorker } from './aPersonWithKey.ts';

cheapSecrets();

const pin = '246810';
const anna = aWorker({ id: 'anna', badge: 'ANNA1' });
const dora = aWorker({ id: 'dora', badge: 'DORA1' });

/** A station of a demo company, where nobody has joined yet and Anna's slip does not come. */
async function aDemoStation() {
  const central = await loopbackCentral();
  central.employ({ person: anna, pin }, { person: dora, pin });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const station = await aStation({
    folder: await temporaryFolder(),
    fetch: async (url, init) => {
      if (url.includes('/people/anna/')) await held;
      return await fetch(url, init);
    },
  });
  await enrol(station, central.url);
  const slipsAsked = (personId: string) =>
    central.askedFor(`/central/demo/people/${personId}/joining-slips`).length;
  return { ...station, central, slipsAsked, sendAnnasSlip: release };
}

test('whoever signs in at the demo waits for nobody who is not there', async () => {
  const { desktop, sendAnnasSlip, slipsAsked } = await aDemoStation();
  await desktop.refreshPeople({});
  const signedIn = await desktop.signIn({ badge: 'DORA1', pin });
  expect(signedIn.ok).toBe(true);
  expect(slipsAsked('dora'), 'she joined once').toBe(1);
  sendAnnasSlip();
  await expect.poll(() => desktop.mustJoin({ badge: 'ANNA1' })).toMatchObject({ hasJoined: true });
});

test('the key of whoever shows their badge at the demo is born while they type their PIN', async () => {
  const { desktop, sendAnnasSlip, slipsAsked } = await aDemoStation();
  const badge = { badge: 'DORA1' };
  expect(await desktop.mustJoin(badge)).toEqual({ mustJoin: false, hasJoined: false });
  await expect.poll(() => desktop.mustJoin(badge)).toMatchObject({ hasJoined: true });
  expect((await desktop.signIn({ ...badge, pin })).ok).toBe(true);
  expect(slipsAsked('dora'), 'she joined once').toBe(1);
  sendAnnasSlip();
});
