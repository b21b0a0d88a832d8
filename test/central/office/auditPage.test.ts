import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { auditPage } from '../../../central/office/auditPageRows.ts';
import { auditAdmin } from '../../../central/people/auditRows.ts';
import { type AuditQuery, auditVerbs } from '../../../shared/sync/adminAuditApi.ts';
import { filesBelow } from '../../architecture/filesBelow.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { askOffice } from './askOffice.ts';

/** As a value of its own, or handed to what writes it. */
const written = /verb: '([^']+)'|record\(rows, (?:now|at), [^,]+, '([^']+)'/g;
const usual: AuditQuery = { about: 'acts', actor: 'Test ', limit: 2 };

onEachDatabase('the audit', (ground) => {
  const page = (asked: Partial<AuditQuery>, lookedThrough?: number) =>
    auditPage(ground().central.database.rows, { ...usual, ...asked }, lookedThrough);
  const objects = (found: Awaited<ReturnType<typeof page>>) =>
    found.entries.map((entry) => (entry.source === 'act' ? entry.object : entry.ref.id));

  beforeAll(async () => {
    await ground().central.database.write(async (rows) => {
      for (const [n, day] of ['05', '06', '06', '07'].entries())
        await auditAdmin(rows, {
          at: new Date(`2030-02-${day}T12:00:00Z`),
          by: n === 3 ? 'Test Bo' : 'Test Ada',
          verb: 'change person',
          object: `person-${n + 1}`,
          detail: { reason: `Reason ${n + 1}`, before: { roles: ['dock'] } },
        });
    });
  });

  test('is read page by page, newest first, with who, what, why and what was noted', async () => {
    const first = await page({});
    expect(objects(first)).toEqual(['person-4', 'person-3']);
    expect(first.entries[0]).toEqual({
      source: 'act',
      number: expect.any(Number) as number,
      at: '2030-02-07T12:00:00.000Z',
      actor: 'Test Bo',
      verb: 'change person',
      object: 'person-4',
      reason: 'Reason 4',
      noted: [{ name: 'before', value: '{"roles":["dock"]}' }],
    });
    const second = await page({ cursor: first.cursor ?? '' });
    expect(objects(second)).toEqual(['person-2', 'person-1']);
  });

  test('is narrowed to who did it and to days', async () => {
    expect(objects(await page({ actor: 'test bo' }))).toEqual(['person-4']);
    expect(objects(await page({ from: '2030-02-06', until: '2030-02-06' }))).toEqual([
      'person-3',
      'person-2',
    ]);
    expect(objects(await page({ until: '2030-02-05', limit: 1 }))).toEqual(['person-1']);
    expect(await page({ from: '2031-01-01' })).toEqual({ entries: [], cursor: null });
  });

  test('looks through so many at a time, and goes on where it ended', async () => {
    const first = await page({ actor: 'Test Ada' }, 1);
    expect(objects(first)).toEqual([]);
    expect(objects(await page({ actor: 'Test Ada', cursor: first.cursor ?? '' }, 1))).toEqual([
      'person-3',
    ]);
  });

  test('tells what was said of records, by kind, with the address of each', async () => {
    const { central } = ground();
    const put = await askOffice(central, {
      method: 'PUT',
      path: 'clients/erp:4711?reason=First%20order&by=Test%20Ada',
      token: central.adminToken,
      body: {
        name: 'Muster GmbH',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        language: 'de',
        serviceManager: { name: 'Kim', email: 'kim@example.com' },
      },
    });
    expect(put.status).toBe(201);
    expect((await page({ about: 'clients' })).entries).toMatchObject([
      {
        source: 'record',
        kind: 'clients',
        actor: 'Test Ada',
        reason: 'First order',
        outcome: 'created',
        ref: { source: 'erp', id: '4711' },
      },
    ]);
    expect(objects(await page({ about: 'sites' }))).toEqual([]);
    expect(objects(await page({ about: 'records' }))).toEqual(['4711']);
  });
});

test('every word the audit is written with is known, so that a page can say it', () => {
  const root = path.join(import.meta.dirname, '../../..');
  const found = filesBelow(path.join(root, 'central'))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(root, 'central', file), 'utf8').matchAll(written),
    ])
    .map(([, verb, handed]) => verb ?? handed ?? '');
  const known = new Set<string>(auditVerbs);
  expect(found.length).toBeGreaterThan(25);
  expect(found.filter((verb) => !known.has(verb))).toEqual([]);
});
