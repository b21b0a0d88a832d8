import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { signingKeys } from '../../../central/database/keySchema.ts';
import { openVault } from '../../../electron/main/machine/vault.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { refusedWith } from '../../builders/cases/accepted.ts';
import {
  arrivalId,
  personId as asPersonId,
  stationId as asStationId,
  factId,
} from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { moveIn } from '../../central/aCompany.ts';
import { callCentral } from '../../central/aStation.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { aDraft, aStation, memoryKeyring } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aPersonWithKey, aWorker } from './aPersonWithKey.ts';

// People sign in again and again.
cheapSecrets();

const nina = aWorker({ id: 'nina', badge: 'NINA1' });
const pin = '246810';

/** People the office knows, and nobody’s demo. */
async function employ(person: typeof nina): Promise<void> {
  await central().seed.putDocument({ collection: 'people', body: person });
}
let running: CentralInMemory | undefined;
beforeAll(async () => {
  running = await startCentral({ fill: async (tools) => void (await moveIn(tools)) });
  await employ(nina);
});
afterAll(() => running?.close());

function central(): CentralInMemory {
  if (!running) throw new Error('central is not running');
  return running;
}

async function slipFor(personId: string): Promise<string> {
  const address = `/central/admin/people/${personId}/joining-slips`;
  const { url, adminToken } = central();
  const answer = await callCentral(url, adminToken, 'POST', address, { by: 'Ada' });
  return centralApi.joiningSlip.response.parse(answer.body).slip;
}

async function keysOf(personId: string) {
  const { url, adminToken } = central();
  const address = `/central/admin/people/${personId}/keys`;
  const answer = await callCentral(url, adminToken, 'GET', address);
  return centralApi.personKeys.response.parse(answer.body).keys;
}

type Options = { readonly folder?: string; readonly keyring?: ReturnType<typeof memoryKeyring> };

/** A station of this site, with a cable one can pull. */
async function aStationHere({ folder, keyring = memoryKeyring() }: Options = {}) {
  const line = { up: true };
  const at = folder ?? (await temporaryFolder());
  const station = await aStation({
    folder: at,
    keyring,
    fetch: async (...asked) => {
      if (!line.up) throw new TypeError('the cable is out');
      return await fetch(...asked);
    },
  });
  const { desktop } = station;
  const enrolHere = async () =>
    await desktop.enrolStation({
      centralUrl: central().url,
      code: await central().enrolmentCode('site-1'),
      stationName: 'Dock 1',
    });
  if (folder === undefined) await enrolHere();
  let given = 0;
  return {
    ...station,
    at,
    line,
    keyring,
    enrolHere,
    /** Signed with whoever’s key is at work, and what central says to it. */
    async record(personId: string) {
      const { enrolment } = await desktop.stationState({});
      given += 1;
      const fact = anArrival({
        id: factId(`fact-${enrolment?.stationId}-${given}`),
        arrivalId: arrivalId(`arrival-${enrolment?.stationId}-${given}`),
        personId: asPersonId(personId),
        stationId: asStationId(enrolment?.stationId ?? ''),
        caseId: null,
      });
      return await desktop.sealCommand({ draft: aDraft(fact), pin: null });
    },
    async push() {
      const { commands } = await desktop.readJournal({ afterSequence: 0, limit: 100 });
      const answer = await station.forward(
        new Request('app://quayside/central/commands', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ contractVersion: 1, epoch: null, commands }),
        }),
      );
      return centralApi.push.response.parse(await answer.json()).results.map(({ kind }) => kind);
    },
  };
}

test('who never worked at a station joins with a slip and a PIN of their own, and signs there, offline too', async () => {
  const station = await aStationHere();
  const { desktop, line } = station;
  expect(await desktop.mustJoin({ badge: 'NINA1' })).toEqual({ mustJoin: true, hasJoined: false });
  expect(refusedWith(await desktop.signIn({ badge: 'NINA1', pin }))).toEqual({ code: 'notJoined' });
  const join = (slip: string, chosen: string) =>
    desktop.joinStation({ badge: 'NINA1', slip, pin: chosen });
  const slip = await slipFor('nina');
  expect(refusedWith(await join('AAA-BBB-CCC-DDD', pin))).toEqual({ code: 'slipUnknown' });
  for (const weak of ['12345', 'abcdef', '123 56', ''])
    expect(refusedWith(await join(slip, weak))).toEqual({ code: 'weakPin' });
  line.up = false;
  expect(refusedWith(await join(slip, pin))).toEqual({ code: 'joiningNeedsCentral' });
  line.up = true;
  expect(await join(slip, pin)).toMatchObject({ ok: true, value: { personId: 'nina' } });
  expect(await desktop.mustJoin({ badge: 'NINA1' })).toEqual({ mustJoin: false, hasJoined: true });
  line.up = false;
  await desktop.signOut({});
  expect((await desktop.signIn({ badge: 'NINA1', pin })).ok).toBe(true);
  expect((await station.record('nina')).ok).toBe(true);
  line.up = true;
  expect(await station.push()).toEqual(['applied']);

  const other = await aStationHere();
  expect(refusedWith(await other.desktop.signIn({ badge: 'NINA1', pin }))).toEqual({
    code: 'notJoined',
  });
  const spent = await other.desktop.joinStation({ badge: 'NINA1', slip, pin });
  expect(refusedWith(spent)).toEqual({ code: 'slipUsed' });
});

test('who worked here with a key of central’s moves over when they sign in, and loses nothing unsent', async () => {
  const olga = await aPersonWithKey({ id: 'olga2', badge: 'OLGA2', pin: '135791', isCheap: true });
  await employ(olga.person);
  const { publicKey, personId } = olga.key;
  await central().database.write((rows) =>
    rows.insert(signingKeys).values({ publicKey, personId, vouchedBy: { kind: 'before' } }),
  );
  const before = await aStationHere();
  const { at: folder, keyring } = before;
  await before.close();
  await asTheVersionBefore(folder, keyring, olga);

  const station = await aStationHere({ folder, keyring });
  const { desktop, line } = station;
  line.up = false;
  expect(refusedWith(await desktop.signIn({ badge: 'OLGA2', pin: '135790' }))).toEqual({
    code: 'wrongPin',
    triesLeft: 7,
  });
  expect((await desktop.signIn({ badge: 'OLGA2', pin: '135791' })).ok).toBe(true);
  expect((await station.record('olga2')).ok).toBe(true);
  await desktop.signOut({});

  line.up = true;
  expect((await desktop.signIn({ badge: 'OLGA2', pin: '135791' })).ok).toBe(true);
  await expect.poll(() => keysOf('olga2')).toHaveLength(2);
  const found = await keysOf('olga2');
  const born = found.find(({ until }) => until === null);
  const old = found.find(({ until }) => until !== null);
  expect(born).toMatchObject({ vouchedBy: `key: ${publicKey}`, until: null });
  expect(old).toMatchObject({ publicKey, why: 'replaced' });
  expect((await station.record('olga2')).ok).toBe(true);
  expect(await station.push()).toEqual(['applied', 'applied']);
  await station.close();
  expect(await keptHere(folder, keyring)).toEqual([born?.publicKey]);
});

test('a computer that is enrolled anew keeps its people: their key vouches for the next', async () => {
  const station = await aStationHere();
  const slip = await slipFor('nina');
  await station.desktop.joinStation({ badge: 'NINA1', slip, pin });
  await station.close();
  const { at: folder, keyring } = station;
  await (await openVault(path.join(folder, 'vault'), keyring)).forget('token');
  const again = await aStationHere({ folder, keyring });
  await again.enrolHere();
  again.line.up = false;
  expect(refusedWith(await again.desktop.signIn({ badge: 'NINA1', pin }))).toEqual({
    code: 'joiningNeedsCentral',
  });
  again.line.up = true;
  expect((await again.desktop.signIn({ badge: 'NINA1', pin })).ok).toBe(true);
  expect((await again.record('nina')).ok).toBe(true);
  expect(await again.push()).toEqual(['applied']);
});

test('a key that was revoked signs nobody in any more', async () => {
  const { desktop } = await aStationHere();
  await desktop.joinStation({ badge: 'NINA1', slip: await slipFor('nina'), pin });
  const latest = (await keysOf('nina'))
    .filter(({ until }) => until === null)
    .toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : -1))[0];
  const { url, adminToken } = central();
  const revoke = { publicKey: latest?.publicKey, why: 'compromised', by: 'Ada', reason: 'Seen' };
  const address = '/central/admin/people/nina/keys/revoke';
  expect((await callCentral(url, adminToken, 'POST', address, revoke)).status).toBe(200);
  await desktop.refreshPeople({});
  expect(await desktop.signedIn({})).toBeNull();
  expect(refusedWith(await desktop.signIn({ badge: 'NINA1', pin }))).toEqual({ code: 'notJoined' });
});

type Old = Awaited<ReturnType<typeof aPersonWithKey>>;

/** Two wrong PINs were made there. */
async function asTheVersionBefore(
  folder: string,
  keyring: ReturnType<typeof memoryKeyring>,
  { person, key }: Old,
): Promise<void> {
  const vault = await openVault(path.join(folder, 'vault'), keyring);
  await vault.write('people', { people: [{ person, key }], demo: null });
  const tries = { wrong: 2, salt: key.salt, bootId: 'then', monotonicMs: 1, wallMs: 1 };
  await vault.write('tries', { [person.id]: tries });
  for (const file of ['keys', 'keySecret']) await vault.forget(file);
}

async function keptHere(folder: string, keyring: ReturnType<typeof memoryKeyring>) {
  const vault = await openVault(path.join(folder, 'vault'), keyring);
  const Kept = z.object({ keys: z.array(z.object({ publicKey: z.string() })) });
  return (await vault.read('keys', Kept))?.keys.map(({ publicKey }) => publicKey);
}
