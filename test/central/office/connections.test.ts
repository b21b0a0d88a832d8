/** Keys of a company's systems: two at once, of some sites alone, and what they asked last. */
import { readFile } from 'node:fs/promises';
import nodePath from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { officeRecords } from '../../../central/database/officeSchema.ts';
import { recordFrom } from '../../../central/office/recordRows.ts';
import { sitesOfRecord } from '../../../shared/office/admit/sitesOf.ts';
import { type OfficeKind, officeKinds } from '../../../shared/office/kinds.ts';
import { BatchAnswer, RecordPage } from '../../../shared/office/officeApi.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { shippedMigrations } from '../../upgrades/central/oldDatabases.ts';
import { callCentral } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { calendar, client, contract, orderLine } from './aManufacturer.ts';
import { askOffice } from './askOffice.ts';

const clock = { aheadMs: 0 };
const dayMs = 24 * 60 * 60_000;
const Key = z.object({ key: z.string(), goodUntil: z.string() });
const at = (path: string, ...ids: readonly string[]) =>
  ids.reduce((written, id) => written.replace(/:\w+/, id), path);

onEachDatabase(
  'A connection',
  (ground) => {
    const admin = (method: string, path: string, body?: object) => {
      const { url, adminToken } = ground().central;
      return callCentral(url, adminToken, method, path, body);
    };
    const make = async (id: string, more: object = {}) => {
      const body = { id, name: id, scopes: ['records'], siteIds: null, reason: 'New', ...more };
      const answer = await admin('POST', centralApi.makeConnection.path, body);
      return { ...answer, key: Key.safeParse(answer.body).data?.key ?? '' };
    };
    const office = (token: string, method: string, path: string, body?: object) =>
      askOffice(ground().central, { method, path, token, ...(body && { body }) });
    const seen = async (id: string) => {
      const { body } = await admin('GET', centralApi.connections.path);
      const all = centralApi.connections.response.parse(body).connections;
      const found = all.find((one) => one.id === id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    };

    test('changes over to a second key without a gap, and never has three', async () => {
      const { key: first } = await make('erp');
      const keys = at(centralApi.addConnectionKey.path, 'erp');
      const added = Key.parse((await admin('POST', keys, { reason: 'Yearly change' })).body).key;
      expect((await office(first, 'GET', 'clients')).status).toBe(200);
      expect((await office(added, 'GET', 'clients')).status).toBe(200);
      expect(await admin('POST', keys, { reason: 'Too many' })).toMatchObject({
        status: 400,
        body: { field: 'keys' },
      });
      const both = (await seen('erp')).keys;
      expect(both).toHaveLength(2);
      const used = both.find((one) => one.usedAt !== null)?.key ?? '';
      expect(JSON.stringify(both)).not.toContain(first);

      const ends = await Promise.all(
        both.map(async ({ key }) => {
          const path = at(centralApi.endConnectionKey.path, 'erp', key);
          return (await admin('POST', path, { reason: 'Old' })).status;
        }),
      );
      expect(ends).toEqual([200, 200]);
      expect(used).toMatch(/^[0-9a-f]{12}$/);
      expect((await office(first, 'GET', 'clients')).status).toBe(403);
      expect((await office(added, 'GET', 'clients')).status).toBe(403);
    });

    test('ends by itself when its key is over, or when it is retired', async () => {
      const { key } = await make('shop', { days: 1 });
      expect((await office(key, 'GET', 'clients')).status).toBe(200);
      clock.aheadMs += dayMs;
      expect((await office(key, 'GET', 'clients')).status).toBe(403);
      const { key: other } = await make('crm');
      const retire = at(centralApi.retireConnection.path, 'crm');
      expect((await admin('POST', retire, { reason: 'Replaced' })).status).toBe(200);
      expect((await office(other, 'GET', 'clients')).status).toBe(403);
      expect((await admin('POST', retire, { reason: 'Again' })).status).toBe(404);
      expect((await make('crm')).status).toBe(400);
    });

    test('is no administrator: nobody gives it more than a system may, or signs in as it', async () => {
      await make('bot');
      const administrators = '/central/admin/administrators/bot';
      for (const [path, body] of [
        ['scopes', { scopes: ['administrators'] }],
        ['token', {}],
        ['sign-in-link', {}],
        ['retire', { reason: 'x' }],
      ] as const)
        expect((await admin('POST', `${administrators}/${path}`, body)).status).toBe(404);
      expect((await make('root', { scopes: ['administrators'] })).status).toBe(400);
      expect((await make('root', { scopes: ['enrol'] })).status).toBe(400);
      for (const scope of ['read', 'refunds'])
        expect(await make('wide', { scopes: [scope], siteIds: ['site-1'] })).toMatchObject({
          status: 400,
          body: { field: 'scopes' },
        });
      expect(await make('lost', { siteIds: ['nowhere'] })).toMatchObject({
        status: 400,
        body: { field: 'siteIds' },
      });
    });

    /** What stands before: one record of each kind at each site, told by the whole company. */
    const bodies = (site: string): Readonly<Partial<Record<OfficeKind, object>>> => ({
      calendars: { ...calendar, site: { source: 'quayside', id: site } },
      people: {
        name: `P ${site}`,
        badge: `K${site.replace('-', '').toUpperCase()}`,
        roles: ['dock'],
        sites: [{ source: 'quayside', id: site }],
      },
      returns: {
        rma: `K-${site}`,
        site: { source: 'quayside', id: site },
        client: 'c',
        lines: [{ orderLine: 'l', reason: 'defective', requestedQuantity: 1 }],
      },
    });
    const companys: readonly (readonly [OfficeKind, string, object])[] = [
      ['clients', 'c', client],
      ['contracts', 'k', { ...contract, client: 'c' }],
      ['articles', 'a', { number: 'KEY-1', name: 'Pump' }],
      ['order-lines', 'l', { ...orderLine, client: 'c', article: 'a', orderNumber: 'KEY-1' }],
    ];

    // Sites and their calendars were there before the ERP was.
    const sourceOf = (kind: string) =>
      kind === 'sites' || kind === 'calendars' ? 'quayside' : 'erp';
    const sourced = (kind: string) => `${kind}/${sourceOf(kind)}`;

    test('of one site sees and writes that site’s records, and nothing of any other or of the company', async () => {
      const { adminToken } = ground().central;
      for (const [kind, id, body] of companys)
        expect((await office(adminToken, 'PUT', `${kind}/erp:${id}`, body)).status).toBe(201);
      for (const site of ['site-1', 'site-2'])
        for (const [kind, body] of Object.entries(bodies(site)))
          expect(
            (await office(adminToken, 'PUT', `${sourced(kind)}:${site}`, body)).status,
          ).toBeLessThan(300);
      const { key } = await make('north', {
        scopes: ['records', 'people', 'policy'],
        siteIds: ['site-1'],
      });
      const statuses: Record<string, readonly number[]> = {};
      for (const kind of officeKinds) {
        const source = sourceOf(kind);
        for (const site of ['site-1', 'site-2']) {
          const ref = `${kind}/${source}:${site}`;
          const body = bodies(site)[kind] ?? { name: 'x' };
          const { body: listed } = await office(key, 'GET', `${kind}?limit=500`);
          const ids = RecordPage.parse(listed).records.map(({ id }) => id);
          const isListed = ids.includes(site) ? 1 : 0;
          const put = { ...body, ...(kind === 'people' && { name: 'Renamed' }) };
          const batch = { rows: [{ source, id: site, body: put }], test: true };
          const { body: batched } = await office(key, 'POST', `${kind}:batch`, batch);
          const [row] = BatchAnswer.parse(batched).rows;
          statuses[`${kind} ${site}`] = [
            isListed,
            (await office(key, 'GET', ref)).status,
            (await office(key, 'GET', `${ref}/history`)).status,
            (await office(key, 'PUT', ref, put)).status,
            row?.outcome === 'refused' && row.errors?.[0]?.code === 'otherSite' ? 403 : 200,
            (await office(key, 'DELETE', `${ref}?reason=x`)).status,
          ];
        }
      }
      const shut = [0, 404, 404, 403, 403, 403];
      for (const kind of officeKinds) {
        expect(statuses[`${kind} site-2`], `${kind} of another site`).toEqual(shut);
        const isPlaced = ['sites', 'calendars', 'people', 'returns'].includes(kind);
        if (!isPlaced) expect(statuses[`${kind} site-1`], kind).toEqual(shut);
      }
      expect(statuses['people site-1']).toEqual([1, 200, 200, 200, 200, 200]);
      expect(statuses['returns site-1']).toEqual([1, 200, 200, 200, 200, 200]);
      expect(statuses['sites site-1']?.slice(0, 3)).toEqual([1, 200, 200]);
      // What is told line by line goes the same way.
      const lines = ['site-1', 'site-2']
        .map((site) =>
          JSON.stringify({ source: 'erp', id: `s-${site}`, body: bodies(site).people }),
        )
        .join('\n');
      const streamed = await fetch(`${ground().central.url}/office/v1/people:batch`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
        body: lines,
      });
      expect((await streamed.text()).match(/otherSite/g)).toHaveLength(1);
    });

    test('of one site takes no record away to it, and gives none away', async () => {
      const { key } = await make('mover', { scopes: ['people'], siteIds: ['site-1'] });
      const person = (site: string) => ({
        name: 'M',
        badge: 'MOVER1',
        roles: ['dock'],
        sites: [{ source: 'quayside', id: site }],
      });
      expect((await office(key, 'PUT', 'people/wms:1', person('site-1'))).status).toBe(201);
      expect((await office(key, 'PUT', 'people/wms:1', person('site-2'))).status).toBe(403);
      const { adminToken } = ground().central;
      await office(adminToken, 'PUT', 'people/wms:1', person('site-2'));
      const stolen = await office(key, 'PUT', 'people/wms:1', person('site-1'));
      expect(stolen.status).toBe(403);
      expect(JSON.stringify(stolen.body)).not.toMatch(/version|bootstrap/);
    });

    test('stands beside the payment system, which here is the register', async () => {
      const { body } = await admin('GET', centralApi.connections.path);
      expect(centralApi.connections.response.parse(body).payments).toEqual({
        port: 'register',
        lastAt: null,
        accepted: 0,
        failed: 0,
        unanswered: 0,
      });
    });

    test('leaves its last calls, and why one was refused', async () => {
      const { key } = await make('lims', { scopes: ['records'] });
      await office(key, 'GET', 'clients?limit=1');
      await office(key, 'PUT', 'clients/lims:1', { name: 'Only a name' });
      await office(key, 'GET', 'people');
      const read = async (only: string) => {
        const path = at(centralApi.connectionCalls.path, 'lims');
        const { body } = await admin('GET', `${path}${only}`);
        return centralApi.connectionCalls.response.parse(body).calls;
      };
      expect((await read('')).map(({ method, path, status }) => [method, path, status])).toEqual([
        ['GET', '/office/v1/people', 403],
        ['PUT', '/office/v1/clients/lims:1', 400],
        ['GET', '/office/v1/clients', 200],
      ]);
      const refused = await read('?only=refused');
      expect(refused).toHaveLength(2);
      expect(refused[0]?.says).toContain('people');
      expect(refused[1]?.says).toMatch(/^country: this is needed \(\+\d\)$/);
      expect(JSON.stringify(await read(''))).not.toContain(key);
      expect((await seen('lims')).calls).toMatchObject({ all: 3, refused: 2 });
      clock.aheadMs += 15 * dayMs;
      const { key: later } = await make('later', {});
      await office(later, 'GET', 'clients');
      expect(await seen('later')).toMatchObject({ calls: { all: 1 } });
      expect(await read('')).toEqual([]);
    });

    test('that hurries pushes no other’s calls out', async () => {
      const { key: slow } = await make('slow');
      const { key: quick } = await make('quick');
      await office(slow, 'GET', 'clients');
      for (let turn = 0; turn < 12; turn += 1)
        await Promise.all(
          Array.from({ length: 25 }, () => office(quick, 'GET', 'clients?limit=1')),
        );
      expect(await seen('slow')).toMatchObject({ calls: { all: 1 } });
      const path = at(centralApi.connectionCalls.path, 'quick');
      const { body } = await admin('GET', path);
      expect(centralApi.connectionCalls.response.parse(body).calls).toHaveLength(200);
    });

    test('of one site finds what was told before records knew their sites', async () => {
      const { rows } = ground().central.database;
      const folder = nodePath.join(import.meta.dirname, '../../../central/database/migrations');
      const tag = (await shippedMigrations()).find((name) => name.endsWith('_connections')) ?? '';
      const text = await readFile(nodePath.join(folder, `${tag}.sql`), 'utf8');
      const update =
        text.split('--> statement-breakpoint').find((part) => /UPDATE/.test(part)) ?? '';
      await ground().central.database.write(async (writing) => {
        await writing.update(officeRecords).set({ siteIds: null });
        await writing.execute(sql.raw(update));
      });
      const records = await rows.select().from(officeRecords);
      expect(records.length).toBeGreaterThan(10);
      for (const row of records) expect(row.siteIds).toEqual(sitesOfRecord(recordFrom(row)));
    });
  },
  { now: () => new Date(Date.now() + clock.aheadMs) },
);
