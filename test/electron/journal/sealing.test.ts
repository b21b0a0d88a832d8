import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandHash } from '../../../shared/node/seal.ts';
import { canonicalJson } from '../../../shared/sync/canonicalJson.ts';
import { type Command, chainStart } from '../../../shared/sync/command.ts';
import { aDecision } from '../../builders/cases/decidedFacts.ts';
import { factId, personId, stationId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { aWorker } from '../people/aPersonWithKey.ts';
import { aDraft, aStation, enrol } from '../station/aStation.ts';
import { loopbackCentral } from '../station/loopbackCentral.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

// What a PIN becomes is proved in `people/wrappedKey`.
cheapSecrets();

const dora = { person: aWorker({ id: 'dora', badge: 'DORA1' }), pin: '246810' };
const sven = { person: aWorker({ id: 'sven', badge: 'SVEN1' }), pin: '135791' };

async function doraAtWork(options: { readonly freeBytes?: () => Promise<number> } = {}) {
  const folder = await temporaryFolder();
  const central = await loopbackCentral();
  central.employ(dora, sven);
  const station = await aStation({ folder, ...options });
  await enrol(station, central.url);
  await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
  const journalled = async () => (await station.desktop.stationState({})).journal;
  const publicKey = central.publicKeyOf('dora');
  return { folder, central, station, seal: sealWith(station), journalled, publicKey };
}

function sealWith({ desktop }: Awaited<ReturnType<typeof aStation>>) {
  return (fact: Parameters<typeof aDraft>[0], pin: string | null = null) =>
    desktop.sealCommand({ draft: aDraft(fact), pin });
}

describe('a sealed command', () => {
  test("carries the person's signature over its hash, as central will check it", async () => {
    const { seal, publicKey } = await doraAtWork();
    const sealed = await seal(anArrival());
    if (!sealed.ok) throw new Error(sealed.refusal.code);
    const { hash, signature, ...open } = sealed.value;
    expect(open).toMatchObject({ sequence: 1, previousHash: chainStart, stationId: 'station-1' });
    expect(hash).toBe(createHash('sha256').update(canonicalJson(open)).digest('hex'));
    const verified = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      await crypto.subtle.importKey(
        'spki',
        Buffer.from(publicKey, 'base64'),
        { name: 'ECDSA', namedCurve: 'P-256' },
        false,
        ['verify'],
      ),
      Buffer.from(signature, 'base64'),
      Buffer.from(hash, 'hex'),
    );
    expect(verified).toBe(true);
  });

  test('comes back unchanged for the same draft, and not at all for another under its id', async () => {
    const { seal, station } = await doraAtWork();
    const [first, twin] = await Promise.all([seal(anArrival()), seal(anArrival())]);
    expect(twin).toEqual(first);
    expect(await seal(anArrival())).toEqual(first);
    const other = await seal(anArrival({ packages: 2 }));
    expect(other).toEqual({ ok: false, refusal: { code: 'idReused' } });
    expect((await station.desktop.stationState({})).journal.lastSequence).toBe(1);
  });

  test('is still known after a restart, numbered on from there', async () => {
    const { folder, station, seal } = await doraAtWork();
    const first = await seal(anArrival());
    await station.close();
    const again = await aStation({ folder, keyring: { ...noSecrets } });
    expect((await again.desktop.stationState({})).journal).toMatchObject({ lastSequence: 1 });
    const { commands } = await again.desktop.readJournal({ afterSequence: 0, limit: 10 });
    expect(commands).toEqual(first.ok ? [first.value] : []);
  });
});

test('a lost command comes back only as it was sealed, and only of this station', async () => {
  const { folder, station, seal } = await doraAtWork();
  const sealed = await seal(anArrival());
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  await station.close();
  await rm(path.join(folder, 'journal'), { recursive: true });
  const again = await aStation({ folder });
  const altered = { ...sealed.value, signature: 's'.repeat(88), sequence: 2 };
  const foreign = { ...sealed.value, stationId: stationId('station-2') };
  const giveBack = (...commands: readonly Command[]) =>
    again.desktop.returnCommands({ commands: [...commands] });
  expect(await giveBack(altered, foreign)).toEqual({ restored: 0 });
  expect(await giveBack(sealed.value)).toEqual({ restored: 1 });
  expect(await giveBack(sealed.value)).toEqual({ restored: 0 });
  const { commands } = await again.desktop.readJournal({ afterSequence: 0, limit: 10 });
  expect(commands).toEqual([sealed.value]);
});

const noSecrets = {
  kind: 'os' as const,
  protect: async (plain: Uint8Array) => plain,
  reveal: () => Promise.reject(new Error('another keyring')),
};

describe('nothing is sealed', () => {
  const refused = (refusal: object) => ({ ok: false, refusal });

  test('before anybody has signed in, or after signing out', async () => {
    const { station, seal } = await doraAtWork();
    await station.desktop.signOut({});
    expect(await seal(anArrival())).toEqual(refused({ code: 'notSignedIn' }));
    expect(await station.desktop.signedIn({})).toBeNull();
  });

  test('in the name of somebody else', async () => {
    const { seal } = await doraAtWork();
    const refusal = refused({ code: 'otherPerson' });
    expect(await seal(anArrival({ personId: personId('sven') }))).toEqual(refusal);
  });

  test('for another station, or by one that is not enrolled', async () => {
    const { seal } = await doraAtWork();
    const refusal = refused({ code: 'notEnrolled' });
    expect(await seal(anArrival({ stationId: stationId('station-2') }))).toEqual(refusal);
    const stranger = await aStation({ folder: await temporaryFolder() });
    expect(await sealWith(stranger)(anArrival())).toEqual(refusal);
  });

  test('about money without the PIN, asked each time', async () => {
    const { seal } = await doraAtWork();
    const decision = aDecision({ personId: personId('dora') });
    expect(await seal(decision)).toEqual(refused({ code: 'pinRequired' }));
    const wrong = await seal(decision, '000000');
    expect(wrong).toEqual(refused({ code: 'pin', refusal: { code: 'wrongPin', triesLeft: 9 } }));
    expect((await seal(decision, '246810')).ok).toBe(true);
    const next = aDecision({ personId: personId('dora'), id: factId('fact-decision-2') });
    expect(await seal(next)).toEqual(refused({ code: 'pinRequired' }));
  });

  test('when the disk is nearly full', async () => {
    let freeBytes = 10_000;
    const folder = await temporaryFolder();
    const central = await loopbackCentral();
    central.employ(dora);
    const station = await aStation({
      folder,
      freeBytes: async () => freeBytes,
      minimumFreeBytes: 200_000_000,
    });
    await enrol(station, central.url);
    await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    const seal = sealWith(station);
    expect(await seal(anArrival())).toEqual(refused({ code: 'diskFull', freeBytes }));
    freeBytes = 200_000_000;
    expect((await seal(anArrival())).ok).toBe(true);
  });
});

describe('the chain', () => {
  test('cannot be bricked by what the page gives back: a number made up is not taken', async () => {
    const { station, seal, journalled } = await doraAtWork();
    const sealed = await seal(anArrival());
    if (!sealed.ok) throw new Error(sealed.refusal.code);
    await station.desktop.signOut({});
    const forged = (sequence: number, person = 'dora') => {
      const content = {
        ...sealed.value,
        fact: anArrival({ id: factId(`forged-${sequence}`), personId: personId(person) }),
        sequence,
      };
      return { ...content, hash: commandHash(content) };
    };
    const numbers = [9_000_000_000_000_000, 1_000_000, 7, 3];
    const commands = numbers.flatMap((it) => [forged(it), forged(it, 'nobody')]);
    expect(await station.desktop.returnCommands({ commands })).toEqual({ restored: 0 });
    expect(await journalled()).toMatchObject({ lastSequence: 1 });
    await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    const next = await seal(anArrival({ id: factId('fact-next') }));
    expect(next).toMatchObject({ ok: true, value: { sequence: 2 } });
  });

  test('is struck off only while somebody is signed in', async () => {
    const { station, seal, journalled } = await doraAtWork();
    const sealed = await seal(anArrival());
    if (!sealed.ok) throw new Error(sealed.refusal.code);
    await station.desktop.signOut({});
    await station.desktop.settleCommands({ ids: [sealed.value.fact.id] });
    expect(await journalled()).toMatchObject({ unsettled: 1 });
    await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    expect(await journalled()).toMatchObject({ unsettled: 0 });
  });
});
