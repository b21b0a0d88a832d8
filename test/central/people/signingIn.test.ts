import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBase32, totpCode, totpStep } from '../../../shared/node/totp.ts';
import { OpenedLink, Session, signInPaths } from '../../../shared/sync/signInApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { callCentral } from '../aStation.ts';

cheapSecrets();

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const minute = 60_000;
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const passphrase = 'seven working days of harbour fog';
const administrators = '/central/admin/administrators';
let central: CentralInMemory;

beforeAll(async () => {
  const page = await mkdtemp(path.join(os.tmpdir(), 'quayside-page-'));
  await mkdir(path.join(page, 'assets'));
  await writeFile(path.join(page, 'office.html'), '<!doctype html><title>Quayside</title>');
  await writeFile(path.join(page, 'assets', 'main-1a2b.js'), 'void 0');
  central = await startCentral({ now: () => new Date(clock.ms), page });
}, 60_000);
afterAll(() => central.close());
// Tries are counted in the minute that runs, and a code counts once.
beforeEach(() => {
  clock.ms += minute;
});

const codeNow = (of = secret) => totpCode(readBase32(of) ?? Buffer.alloc(0), totpStep(clock.ms));

/** As a browser on central's own page asks. */
async function ask(
  method: string,
  where: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await fetch(`${central.url}${where}`, {
    method,
    headers: {
      origin: central.url,
      'sec-fetch-site': 'same-origin',
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  const read: unknown = await answer.json();
  return { status: answer.status, cookie: cookie.split(';')[0] ?? '', set: cookie, body: read };
}

const signIn = (more: object = {}) =>
  ask('POST', signInPaths.session, { id: 'ada', passphrase, code: codeNow(), ...more });

describe('The first administrator', () => {
  test('comes in once by the link of the first start, names themselves and may do everything', async () => {
    const link = central.newSignInLink ?? '';
    const opened = await ask('POST', signInPaths.link, { link });
    expect(OpenedLink.parse(opened.body).administrator).toBe(null);
    const chosen = { link, passphrase, secret, administrator: { id: 'ada', name: 'Ada Lind' } };
    expect((await ask('POST', signInPaths.setUp, { ...chosen, code: '000000' })).status).toBe(403);
    const set = await ask('POST', signInPaths.setUp, { ...chosen, code: codeNow() });
    expect(Session.parse(set.body).administrator).toMatchObject({ id: 'ada', name: 'Ada Lind' });
    expect(Session.parse(set.body).administrator.scopes).toContain('administrators');
    expect((await ask('POST', signInPaths.link, { link })).status).toBe(409);
    const again = { ...chosen, administrator: { id: 'eve', name: 'Eve' }, code: codeNow() };
    expect((await ask('POST', signInPaths.setUp, again)).status).toBe(409);
  });

  test('has neither passphrase nor second factor where somebody reads the database', async () => {
    const kept = JSON.stringify(
      await central.database.rows.execute(sql`select * from sign_in_secrets`),
    );
    expect(kept).not.toContain(passphrase);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from('12345678901234567890').toString('base64'));
  });
});

describe('Signing in', () => {
  test('takes passphrase and code together, and each code once', async () => {
    expect((await signIn({ passphrase: `${passphrase}!` })).status).toBe(403);
    expect((await signIn({ code: '123456' })).status).toBe(403);
    expect((await signIn({ id: 'nobody' })).status).toBe(403);
    const signed = await signIn();
    expect(signed.status).toBe(200);
    expect(signed.set).toMatch(/HttpOnly; SameSite=Strict$/);
    expect((await signIn()).status).toBe(403);
  });

  test('opens what the administrator’s scopes open, under their name, until they sign out', async () => {
    const { cookie } = await signIn();
    const [named] = [{ id: 'bo', name: 'Bo', scopes: ['read'] }];
    expect((await ask('POST', administrators, named, { cookie })).status).toBe(200);
    const listed = await ask('GET', administrators, undefined, { cookie });
    expect(JSON.stringify(listed.body)).toContain('"appointedBy":"Ada Lind"');
    expect((await ask('GET', '/office/v1/sites', undefined, { cookie })).status).toBe(200);
    await ask('DELETE', signInPaths.session, undefined, { cookie });
    expect((await ask('GET', administrators, undefined, { cookie })).status).toBe(401);
  });

  test('ends after half an hour of nothing, and after twelve hours of anything', async () => {
    const { cookie } = await signIn();
    const status = async () =>
      (await ask('GET', signInPaths.session, undefined, { cookie })).status;
    clock.ms += 29 * minute;
    expect(await status()).toBe(200);
    clock.ms += 31 * minute;
    expect(await status()).toBe(401);
    const { cookie: day } = await signIn();
    for (let asked = 0; asked < 27; asked += 1) {
      clock.ms += 25 * minute;
      await ask('GET', signInPaths.session, undefined, { cookie: day });
    }
    clock.ms += 25 * minute;
    expect((await ask('GET', signInPaths.session, undefined, { cookie: day })).status).toBe(200);
    clock.ms += 25 * minute;
    expect((await ask('GET', signInPaths.session, undefined, { cookie: day })).status).toBe(401);
  });

  test('is not used by another page, whatever it sends along', async () => {
    const { cookie } = await signIn();
    const body = { siteId: 'site-1' };
    const codes = '/central/admin/enrolment-codes';
    const from = (headers: Readonly<Record<string, string>>) =>
      ask('POST', codes, body, { cookie, ...headers });
    expect((await from({ origin: 'https://evil.example', 'sec-fetch-site': '' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await from({})).status).toBe(404);
    const read = await ask('GET', administrators, undefined, {
      cookie,
      'sec-fetch-site': 'cross-site',
    });
    expect(read.status).toBe(403);
  });

  test('waits longer after each try that fails, even with what is right', async () => {
    for (let tried = 0; tried < 5; tried += 1) {
      clock.ms += minute;
      expect((await signIn({ passphrase: 'a guess of twelve' })).status).toBe(403);
    }
    const waiting = await signIn();
    expect(waiting.status).toBe(429);
    clock.ms += minute;
    expect((await signIn()).status).toBe(200);
  });

  test('is tried ten times a minute from one address', async () => {
    const tries = [];
    for (let tried = 0; tried < 11; tried += 1)
      tries.push((await signIn({ id: `guess-${tried}` })).status);
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
  });
});

describe('Another administrator', () => {
  test('sets up signing in by a link for them, and who is retired is signed out', async () => {
    const issued = await callCentral(
      central.url,
      central.adminToken,
      'POST',
      `${administrators}/bo/sign-in-link`,
      {},
    );
    const { link } = issued.body as { link: string };
    const opened = await ask('POST', signInPaths.link, { link });
    expect(opened.body).toEqual({ administrator: { id: 'bo', name: 'Bo' } });
    const chosen = { link, passphrase, secret, code: codeNow() };
    const { cookie } = await ask('POST', signInPaths.setUp, chosen);
    const status = async () =>
      (await ask('GET', signInPaths.session, undefined, { cookie })).status;
    expect(await status()).toBe(200);
    expect((await ask('GET', administrators, undefined, { cookie })).status).toBe(403);
    await callCentral(central.url, central.adminToken, 'POST', `${administrators}/bo/retire`, {
      reason: 'Left',
    });
    expect(await status()).toBe(401);
  });

  test('with a link of yesterday is told that it is good no more', async () => {
    const issued = await callCentral(
      central.url,
      central.adminToken,
      'POST',
      `${administrators}/ada/sign-in-link`,
      {},
    );
    clock.ms += 24 * 60 * minute;
    const { link } = issued.body as { link: string };
    expect((await ask('POST', signInPaths.link, { link })).status).toBe(410);
    expect((await ask('POST', signInPaths.link, { link: `ql_${'x'.repeat(43)}` })).status).toBe(
      404,
    );
  });
});

describe('The page', () => {
  test('is served under a policy without inline and without eval', async () => {
    const page = await fetch(`${central.url}/office/`);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await fetch(`${central.url}/office/assets/main-1a2b.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/office/../package.json', '/office/assets/', '/office/%2e%2e/%2e%2e/etc/passwd'])(
    'is nothing but its files: %s',
    async (where) => {
      expect((await fetch(`${central.url}${where}`)).status).toBe(404);
    },
  );
});
