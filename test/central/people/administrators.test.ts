import { desc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '../../../central/database/schema.ts';
import { type AdminScope, administratorApi } from '../../../shared/sync/adminApi.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { callCentral } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const day = 24 * 60 * 60_000;
const codes = '/central/admin/enrolment-codes';
const administrators = '/central/admin/administrators';

onEachDatabase(
  'Administrators',
  (ground) => {
    let count = 0;
    const ask = async (token: string, path: string, body?: object) =>
      callCentral(ground().central.url, token, body === undefined ? 'GET' : 'POST', path, body);
    const tokenIn = (body: unknown) =>
      administratorApi.nameAdministrator.response.parse(body).token;
    const named = async (scopes: readonly AdminScope[], days?: number) => {
      count += 1;
      const one = { id: `ada.${count}`, name: `Ada Lind ${count}`, scopes, days };
      const { body } = await ask(ground().central.adminToken, administrators, one);
      return { ...one, token: tokenIn(body) };
    };
    const enrols = async (token: string) => (await ask(token, codes, { siteId: 'site-1' })).status;
    const lastAudit = async () => {
      const { rows } = ground().central.database;
      return (await rows.select().from(audit).orderBy(desc(audit.sequence)).limit(1))[0];
    };

    test('act under their own name, whatever name they give', async () => {
      const ada = await named(['enrol', 'people']);
      expect(await enrols(ada.token)).toBe(200);
      expect(await lastAudit()).toMatchObject({ actor: `admin: ${ada.name}` });
      await ask(ada.token, '/central/admin/people/dora/unlock', { by: 'Eve', reason: 'Forgot' });
      expect(await lastAudit()).toMatchObject({ actor: `admin: ${ada.name}`, object: 'dora' });
    });

    test('have tokens that are shown once, kept hashed, and end', async () => {
      const ada = await named(['enrol'], 30);
      const { rows } = ground().central.database;
      const kept = await rows.execute(sql`select * from admin_tokens`);
      expect(JSON.stringify(kept)).not.toContain(ada.token);
      const { body } = await ask(ground().central.adminToken, administrators);
      expect(JSON.stringify(body)).not.toContain(ada.token);
      expect(body).toMatchObject({ bootstrap: 'inUse' });
      clock.ms += 29 * day;
      expect(await enrols(ada.token)).toBe(200);
      clock.ms += day;
      expect(await enrols(ada.token)).toBe(403);
    });

    test('exchange their token: two are good for a day, never three', async () => {
      const ada = await named(['enrol']);
      const exchange = async (token: string) =>
        tokenIn((await ask(token, '/central/admin/own-token', {})).body);
      const second = await exchange(ada.token);
      expect([await enrols(ada.token), await enrols(second)]).toEqual([200, 200]);
      const third = await exchange(second);
      expect([await enrols(ada.token), await enrols(second), await enrols(third)]).toEqual([
        403, 200, 200,
      ]);
      clock.ms += day;
      expect([await enrols(second), await enrols(third)]).toEqual([403, 200]);
    });

    test('who lost theirs get another, and all before end; so do those of who leaves', async () => {
      const chief = await named(['administrators']);
      const ada = await named(['enrol']);
      const { body } = await ask(chief.token, `${administrators}/${ada.id}/token`, {});
      expect([await enrols(ada.token), await enrols(tokenIn(body))]).toEqual([403, 200]);
      await ask(chief.token, `${administrators}/${ada.id}/scopes`, { scopes: ['read'] });
      expect(await enrols(tokenIn(body))).toBe(403);
      await ask(chief.token, `${administrators}/${ada.id}/scopes`, { scopes: ['enrol'] });
      expect(await enrols(tokenIn(body))).toBe(200);
      await ask(chief.token, `${administrators}/${ada.id}/retire`, { reason: 'Left' });
      expect(await enrols(tokenIn(body))).toBe(403);
      expect(await lastAudit()).toMatchObject({
        actor: `admin: ${chief.name}`,
        verb: 'retire administrator',
        object: ada.id,
      });
      const again = { id: ada.id, name: 'Somebody else', scopes: ['enrol'] };
      expect((await ask(chief.token, administrators, again)).status).toBe(400);
    });

    test('cannot make each other larger without the scope for it', async () => {
      const ada = await named(['enrol', 'people', 'policy', 'refunds', 'read']);
      for (const [path, body] of [
        [administrators, { id: 'own.friend', name: 'Friend', scopes: ['administrators'] }],
        [`${administrators}/${ada.id}/scopes`, { scopes: ['administrators'] }],
        ['/central/admin/bootstrap/retire', { reason: 'Mine now' }],
      ] as const)
        expect((await ask(ada.token, path, body)).status).toBe(403);
    });
  },
  { now: () => new Date(clock.ms) },
);

onEachDatabase('The bootstrap token', (ground) => {
  test('is on file each time it changes something, and ends by a named administrator’s word', async () => {
    const { central } = ground();
    const { url, adminToken, database } = central;
    const ask = (token: string, path: string, body: object) =>
      callCentral(url, token, 'POST', path, body);
    const chief = { id: 'chief', name: 'Chief', scopes: ['administrators', 'enrol'] };
    const { body } = await ask(adminToken, administrators, chief);
    const { token } = administratorApi.nameAdministrator.response.parse(body);
    const used = await database.rows.select().from(audit);
    expect(used.filter(({ verb }) => verb === 'use bootstrap token')).toMatchObject([
      { actor: 'bootstrap token', detail: { route: 'POST /central/admin/administrators' } },
    ]);
    const retire = '/central/admin/bootstrap/retire';
    expect((await ask(adminToken, retire, { reason: 'I am tired' })).status).toBe(403);
    expect((await ask(adminToken, '/central/admin/own-token', {})).status).toBe(403);
    expect((await ask(token, retire, { reason: 'Everybody is named' })).status).toBe(200);
    expect((await ask(adminToken, codes, { siteId: 'site-1' })).status).toBe(403);
    expect((await ask('retired', codes, { siteId: 'site-1' })).status).toBe(403);
    expect((await ask(token, codes, { siteId: 'site-1' })).status).toBe(200);
  });
});

test('A retired bootstrap token stays so over starts, until a start says otherwise', async () => {
  const { prepareBootstrap, retireBootstrap } = await import(
    '../../../central/people/bootstrapRows.ts'
  );
  const central = await startCentral();
  try {
    const now = new Date(clock.ms);
    const start = (given: string | null, again = false) =>
      central.database.write((rows) => prepareBootstrap(rows, { given, again }, now));
    const asked = (token: string) =>
      callCentral(central.url, token, 'GET', administrators).then(({ status }) => status);
    await central.database.write((rows) =>
      retireBootstrap(rows, { by: 'Chief', reason: 'Named' }, now),
    );
    expect(await start('given-again')).toEqual({ made: null, isRetired: true });
    expect(await start(null)).toEqual({ made: null, isRetired: true });
    expect(await asked('given-again')).toBe(403);
    const { made } = await start(null, true);
    expect(await asked(made ?? '')).toBe(200);
  } finally {
    await central.close();
  }
});
