import type { KeyObject } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { provingFetch } from '../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../electron/main/station/stationKey.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { personHeader, proofHeader } from '../../shared/sync/proof.ts';
import { aPolicy } from '../builders/cases/aPolicy.ts';
import { personId } from '../builders/cases/ids.ts';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { type Keys, moveInWithoutPins } from '../central/aCompany.ts';
import { aStation } from '../central/aStation.ts';

const path: string = centralApi.replay.path;
const body = JSON.stringify({ draft: aPolicy(), after: null, limit: 10 });

async function here() {
  let keys: Keys = new Map();
  const central = await startCentral({
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database);
    },
  });
  onTestFinished(() => central.close());
  const { token } = await aStation(central, keys);
  const stationKey = newStationKey();
  const signedIn = (id: string, key: KeyObject | undefined = keys.get(id)) => {
    if (!key) throw new Error(`No key for ${id}`);
    const person = { personId: personId(id), name: id, badge: id, roles: [] };
    return () => ({ person, key });
  };
  const sent: Headers[] = [];
  const ask = async (signer?: ReturnType<typeof signedIn>, more: Record<string, string> = {}) => {
    const counted: typeof fetch = (address, init) => {
      sent.push(new Headers(init?.headers));
      return fetch(address, init);
    };
    const proving = provingFetch(counted, stationKey, Date.now, signer);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers: { ...headers, ...more }, body };
    return (await proving(`${central.url}${path}`, init)).status;
  };
  const bare = async (headers: Record<string, string>) => {
    const auth = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers: { ...auth, ...headers }, body };
    return (await fetch(`${central.url}${path}`, init)).status;
  };
  return { central, keys, ask, bare, signedIn, sent };
}

test('a site is replayed for its signed-in supervisor, and for nobody else at the station', async () => {
  const { ask, signedIn, keys } = await here();
  expect(await ask()).toBe(403);
  expect(await ask(signedIn('dora'))).toBe(403);
  expect(await ask(signedIn('ivan'))).toBe(403);
  expect(await ask(signedIn('sara'))).toBe(200);
  expect(await ask(signedIn('sara', keys.get('ivan')))).toBe(403);
  expect(await ask(signedIn('nobody', keys.get('sara')))).toBe(403);
  expect(await ask(undefined, { [personHeader]: `1.${'x'.repeat(86)}.sara` })).toBe(403);
});

test('what a supervisor signed opens one request, and nothing without the station', async () => {
  const { ask, bare, signedIn, sent } = await here();
  expect(await ask(signedIn('sara'))).toBe(200);
  const [first] = sent;
  const shown = first?.get(personHeader) ?? '';
  expect(shown).not.toBe('');
  expect(await ask(undefined, { [personHeader]: shown })).toBe(403);
  expect(await bare({ [personHeader]: shown })).toBe(401);
  const again = { [personHeader]: shown, [proofHeader]: first?.get(proofHeader) ?? '' };
  expect(await bare(again)).toBe(401);
});
