import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { factId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { aWorker } from '../people/aPersonWithKey.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aDraft, aStation, enrol, keptKeyIn, memoryKeyring } from './aStation.ts';
import { inHours } from './centralOnLoopback.ts';
import { loopbackCentral } from './loopbackCentral.ts';

// What a PIN becomes is proved in `people/wrappedKey`.
cheapSecrets();

const dora = { person: aWorker({ id: 'dora', badge: 'DORA1' }), pin: '246810' };
const asked = { code: 'CODE-123', stationName: 'Dock 1' };
const revoked = () => ({ status: 401, body: { code: 'revoked', message: 'revoked' } });

describe('enrolment', () => {
  test('gives the station its name and site, fetches its people, and lasts', async () => {
    const folder = await temporaryFolder();
    const keyring = memoryKeyring();
    const central = await loopbackCentral();
    central.employ(dora);
    const station = await aStation({ folder, keyring });
    const answer = await station.desktop.enrolStation({ ...asked, centralUrl: `${central.url}/` });
    const enrolment = {
      stationId: 'station-1',
      siteId: 'site-1',
      siteName: 'Newark',
      stationName: 'Dock 1',
      fingerprint: '0123456789abcdef',
    };
    expect(answer).toEqual({ ok: true, value: enrolment });
    await station.close();

    const again = await aStation({ folder, keyring });
    expect(await again.desktop.stationState({})).toMatchObject({
      enrolment,
      revoked: false,
      centralUrl: central.url,
      keyring: 'os',
      journal: { lastSequence: 0, unsettled: 0, tornLines: 0, damagedLines: 0 },
    });
    expect((await again.desktop.signIn({ badge: 'DORA1', pin: '246810' })).ok).toBe(true);
  });

  test.each([
    ['codeUnknown', {}],
    ['codeUsed', {}],
    ['codeExpired', {}],
    ['tooMany', { retryAfterSeconds: 17 }],
  ])('says why not: %s', async (code, more) => {
    const central = await loopbackCentral({
      'POST /central/enrol': () => ({
        status: 400,
        headers: { 'retry-after': '17' },
        body: { code, message: '' },
      }),
    });
    const { desktop } = await aStation({ folder: await temporaryFolder() });
    const answer = await desktop.enrolStation({ ...asked, centralUrl: central.url });
    expect(answer).toEqual({ ok: false, refusal: { code, ...more } });
    expect((await desktop.stationState({})).enrolment).toBeNull();
  });

  test('asks nobody over plain HTTP, behind a name and password, or nowhere', async () => {
    const { desktop } = await aStation({ folder: await temporaryFolder(), fetch: neverFetch });
    const addresses = ['http://central.example', 'https://a:b@central.example', 'ftp://x', 'what'];
    for (const centralUrl of [...addresses, 'javascript:alert(1)', 'https://x/?token=1']) {
      const answer = await desktop.enrolStation({ ...asked, centralUrl });
      expect(answer).toEqual({ ok: false, refusal: { code: 'badAddress' } });
    }
  });

  test.each([
    ['nobody listens', { cut: true as const }],
    ['it answers something else', { body: { hello: 'world' } }],
    ['it answers no JSON', { body: Buffer.from('<html>') }],
    [
      'it sends the station elsewhere',
      { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
    ],
  ])('central is unreachable when %s', async (_, said) => {
    const central = await loopbackCentral({ 'POST /central/enrol': () => said });
    const { desktop } = await aStation({ folder: await temporaryFolder() });
    const answer = await desktop.enrolStation({ ...asked, centralUrl: central.url });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'centralUnreachable' } });
  });

  test('happens once', async () => {
    const central = await loopbackCentral();
    const station = await aStation({ folder: await temporaryFolder() });
    await enrol(station, central.url);
    const answer = await station.desktop.enrolStation({ ...asked, centralUrl: central.url });
    expect(answer).toEqual({ ok: false, refusal: { code: 'alreadyEnrolled' } });
  });
});

const neverFetch = () => Promise.reject(new Error('must not be asked'));

describe('the token', () => {
  test('is exchanged at once for one with a known life, and again after half of it', async () => {
    const folder = await temporaryFolder();
    const keyring = memoryKeyring();
    const central = await loopbackCentral();
    let now = Date.now();
    const clock = { now: () => now, monotonicMs: () => now };
    const first = await aStation({ folder, keyring, clock });
    await enrol(first, central.url);
    await first.close();
    const rotations = () =>
      central.askedFor('/central/token').map((it) => it.headers.authorization);
    expect(rotations()).toEqual(['Bearer token-0']);

    now += 11 * 3_600_000;
    await (await aStation({ folder, keyring, clock })).close();
    expect(rotations()).toEqual(['Bearer token-0']);
    now += 2 * 3_600_000;
    await (await aStation({ folder, keyring, clock })).close();
    expect(rotations()).toEqual(['Bearer token-0', 'Bearer token-1']);
    const last = await aStation({ folder, keyring, clock });
    await last.forward(new Request('app://quayside/central/changes'));
    expect(central.asked.at(-1)?.headers.authorization).toBe('Bearer token-2');
  });

  test('that central did not exchange stays in use', async () => {
    const central = await loopbackCentral({ 'POST /central/token': () => ({ cut: true }) });
    const station = await aStation({ folder: await temporaryFolder() });
    await enrol(station, central.url);
    expect(central.askedFor('/central/people').at(-1)?.headers.authorization).toBe(
      'Bearer token-0',
    );
  });

  test('that central knows no more is said, asked once, and replaced by a new code', async () => {
    const central = await loopbackCentral();
    const station = await aStation({ folder: await temporaryFolder() });
    await enrol(station, central.url);
    const unknown = () => ({ status: 401, body: { code: 'unauthorised', message: '' } });
    const { say } = central;
    for (const route of ['GET /central/people', 'POST /central/token', 'GET /central/changes'])
      say(route, unknown);
    expect(await station.desktop.refreshPeople({})).toEqual({ refreshed: false });
    const before = central.askedFor('/central/token').length;
    const answer = await station.forward(new Request('app://quayside/central/changes'));
    expect([answer.status, central.askedFor('/central/token').length]).toEqual([401, before]);
    expect(await station.desktop.stationState({})).toMatchObject({
      revoked: false,
      tokenRefused: true,
      enrolment: { stationId: 'station-1' },
    });
    const renewed = { token: 'token-9', goodUntil: inHours(24) };
    say('POST /central/token', () => ({ body: renewed }));
    await enrol(station, central.url);
    expect(await station.desktop.stationState({})).toMatchObject({ tokenRefused: false });
  });

  test('lies in no file in plain, nor do keys and PINs', async () => {
    const folder = await temporaryFolder();
    const central = await loopbackCentral({
      'POST /central/token': () => ({
        body: { token: 'rotated-secret', goodUntil: inHours(24) },
      }),
    });
    central.employ(dora);
    const keyring = memoryKeyring();
    const station = await aStation({ folder, keyring });
    await enrol(station, central.url);
    expect((await station.desktop.signIn({ badge: 'DORA1', pin: '246810' })).ok).toBe(true);
    const { wrappedKey, salt } = await keptKeyIn(folder, keyring);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((it) =>
      it.isFile(),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const content = await readFile(path.join(file.parentPath, file.name), 'latin1');
      for (const secret of ['rotated-secret', 'token-0', wrappedKey, salt, '"246810"'])
        expect(content).not.toContain(secret);
    }
  });
});

describe('a revoked station', () => {
  test.each([
    ['asks for its people', (station: Station) => station.desktop.refreshPeople({})],
    [
      'sends for the page',
      (station: Station) => station.forward(new Request('app://quayside/central/changes')),
    ],
  ])('learns it when it %s, forgets its people and keeps what is unsent', async (_, contact) => {
    const folder = await temporaryFolder();
    const central = await loopbackCentral();
    central.employ(dora);
    const station = await aStation({ folder });
    await enrol(station, central.url);
    await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    await station.desktop.sealCommand({ draft: aDraft(anArrival()), pin: null });

    central.say('GET /central/people', revoked);
    central.say('GET /central/changes', revoked);
    await contact(station);
    expect(await station.desktop.stationState({})).toMatchObject({
      revoked: true,
      enrolment: { stationId: 'station-1' },
      journal: { unsettled: 1 },
    });
    expect(await station.desktop.signedIn({})).toBeNull();
    expect((await readdir(path.join(folder, 'vault'))).toSorted()).not.toContain('people.secret');
    const signIn = await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    expect(signIn).toEqual({ ok: false, refusal: { code: 'notEnrolled' } });

    const other = { stationId: 'station-2', siteId: 'site-1', siteName: 'Newark' };
    central.say('POST /central/enrol', () => ({
      body: { ...other, token: 'token-9', fingerprint: 'f' },
    }));
    await enrol(station, central.url);
    const { journal, enrolment } = await station.desktop.stationState({});
    expect(enrolment?.stationId).toBe('station-2');
    expect(journal).toMatchObject({ lastSequence: 0, unsettled: 0, damagedLines: 0 });
    const aside = (await readdir(folder)).filter((name) => name.startsWith('journal-station-1-'));
    expect(aside).toHaveLength(1);
  });
});

type Station = Awaited<ReturnType<typeof aStation>>;

describe('the sentinel', () => {
  test('knows how far the chain had come when the whole journal is gone', async () => {
    const folder = await temporaryFolder();
    const keyring = memoryKeyring(randomBytes(32));
    const central = await loopbackCentral();
    central.employ(dora);
    const station = await aStation({ folder, keyring });
    await enrol(station, central.url);
    await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
    for (const id of ['one', 'two', 'three'])
      await station.desktop.sealCommand({
        draft: aDraft(anArrival({ id: factId(id) })),
        pin: null,
      });
    await station.close();
    await rm(path.join(folder, 'journal'), { recursive: true });

    const again = await aStation({ folder, keyring });
    const { journal } = await again.desktop.stationState({});
    expect(journal).toMatchObject({ lastSequence: 3, damagedLines: 3 });
  });
});

test('demo cards are shown only when central runs the demo company', async () => {
  const central = await loopbackCentral();
  central.employ(dora);
  const { demo } = central.people;
  central.people.demo = null;
  const station = await aStation({ folder: await temporaryFolder() });
  await enrol(station, central.url);
  expect(await station.desktop.demoCards({})).toEqual([]);
  central.people.demo = demo;
  expect(await station.desktop.refreshPeople({})).toEqual({ refreshed: true });
  const card = { personId: 'dora', name: 'Name of dora', badge: 'DORA1', roles: ['dock'] };
  expect(await station.desktop.demoCards({})).toEqual([{ ...card, pin: '246810' }]);
});
