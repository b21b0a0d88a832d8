import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { documentOf } from '../../../central/documents/documentRows.ts';
import { lockMinutesAt } from '../../../renderer/app/useAutoLock.ts';
import { languagesAt, spokenAt } from '../../../renderer/wording/languagesAt.ts';
import { Site } from '../../../shared/facts/documents.ts';
import { ownIdOf } from '../../../shared/office/externalId.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { aStation } from '../aStation.ts';
import {
  aReturnBody,
  article,
  client,
  contract,
  everything,
  orderLine,
  site,
} from './aManufacturer.ts';
import { askOffice } from './askOffice.ts';

/** A company at work whose papers change: what stations of each site have of it then. */
let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
  for (const [kind, id, body] of everything) await say('PUT', kind, id, body);
  await say('PUT', 'sites', 'Graz', { ...site, name: 'Graz', city: 'Graz', country: 'AT' });
}, 60_000);
afterAll(() => central?.close());

const own = (kind: Parameters<typeof ownIdOf>[0], id: string) =>
  ownIdOf(kind, { source: 'erp', id });

async function ask(method: string, kind: string, id: string, body?: object) {
  const path = `${kind}/erp:${encodeURIComponent(id)}${method === 'DELETE' ? '?reason=Over' : ''}`;
  return await askOffice(central, { method, path, body });
}

async function say(method: string, kind: string, id: string, body?: object): Promise<void> {
  const { status, body: answer } = await ask(method, kind, id, body);
  if (status >= 300) throw new Error(`${kind} ${id}: ${JSON.stringify(answer)}`);
}

async function codeOf(asked: ReturnType<typeof ask>): Promise<string | undefined> {
  const { body } = await asked;
  return z.object({ errors: z.array(z.object({ code: z.string() })) }).parse(body).errors[0]?.code;
}

/** The answer to an administrator who asks for a station's code. */
async function enrolling(siteId: string): Promise<number> {
  const { status } = await fetch(`${central.url}${centralApi.enrolmentCode.path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${central.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ siteId }),
  });
  return status;
}

/** What a station that enrols now has of a site. */
async function at(siteName: string): Promise<ReadonlyMap<string, Change['body']>> {
  const station = await aStation(central, new Map(), own('sites', siteName));
  return new Map((await station.pullAll()).map((it) => [`${it.collection} ${it.id}`, it.body]));
}

const theReturn = `cases ${own('returns', 'R 2026/00042')}`;

test('a client renamed keeps its returns, which are shown under the new name', async () => {
  await say('PUT', 'clients', 'K 10/4711', { ...client, name: 'Brückner SE' });
  const here = await at('Werk Ulm');
  expect(here.get(`clients ${own('clients', 'K 10/4711')}`)).toMatchObject({ name: 'Brückner SE' });
  expect(here.get(theReturn)).toMatchObject({ clientId: own('clients', 'K 10/4711') });
});

test('an RMA number is one return’s alone, until that is withdrawn', async () => {
  const other = { ...aReturnBody, trackingNumbers: [] };
  expect(await codeOf(ask('PUT', 'returns', 'R-twice', other))).toBe('taken');
  await say('PUT', 'returns', 'R-free', { ...other, rma: 'R-9' });
  await say('DELETE', 'returns', 'R-free');
  await say('PUT', 'returns', 'R-next', { ...other, rma: 'R-9' });
  expect(await codeOf(ask('PUT', 'returns', 'R-free', { ...other, rma: 'R-9' }))).toBe('taken');
});

test('a site that closes stays, since deadlines rest on it; its returns move to another', async () => {
  expect(await codeOf(ask('DELETE', 'sites', 'Werk Ulm'))).toBe('notForThisKind');
  await say('PUT', 'returns', 'R 2026/00042', { ...aReturnBody, site: 'Graz' });
  const [old, next] = [await at('Werk Ulm'), await at('Graz')];
  expect(old.get(theReturn) ?? null).toBeNull();
  expect(next.get(theReturn)).toMatchObject({ siteId: own('sites', 'Graz') });
  for (const paper of [
    `clients ${own('clients', 'K 10/4711')}`,
    `contracts ${own('contracts', 'V-1')}.v1`,
    `orderLines ${own('order-lines', 'A-2026-118/10')}`,
  ])
    expect([paper, next.get(paper) !== undefined]).toEqual([paper, true]);
});

test('from the day a site closes nothing new goes there, and what is there comes to its end', async () => {
  const closing = { ...site, name: 'Lager Linz', city: 'Linz', country: 'AT' };
  await say('PUT', 'sites', 'Linz', closing);
  const station = await aStation(central, new Map(), own('sites', 'Linz'));
  const there = { ...aReturnBody, site: 'Linz', rma: 'R-linz', trackingNumbers: [] };
  const away = { ...there, site: 'Graz', rma: 'R-graz' };
  await say('PUT', 'returns', 'R-linz', there);
  await say('PUT', 'returns', 'R-graz', away);
  await say('PUT', 'sites', 'Linz', { ...closing, closedFrom: '2999-01-01' });
  await say('PUT', 'returns', 'R-linz 2', { ...there, rma: 'R-linz 2' });
  await say('PUT', 'sites', 'Linz', { ...closing, closedFrom: '2026-01-01' });

  for (const [id, body] of [
    ['R-linz 3', { ...there, rma: 'R-linz 3' }],
    ['R-graz', { ...away, site: 'Linz' }],
  ] as const)
    expect([id, await codeOf(ask('PUT', 'returns', id, body))]).toEqual([id, 'siteClosed']);
  expect(await enrolling(own('sites', 'Linz'))).toBe(400);
  expect(await enrolling(own('sites', 'Graz'))).toBe(200);

  await say('PUT', 'returns', 'R-linz', { ...there, expectedOn: '2026-12-24' });
  const pulled = (await station.pullAll()).find(({ id }) => id === own('returns', 'R-linz'));
  expect(pulled?.body).toMatchObject({ expectedOn: '2026-12-24' });
  await say('PUT', 'returns', 'R-linz 2', { ...there, rma: 'R-linz 2', site: 'Graz' });
  await say('DELETE', 'returns', 'R-linz');
});

test('what a site says of its languages and of locking is what a station there does', async () => {
  const lockAfterMinutes = { dock: 15, bench: 7, desk: 3 };
  const wels = { ...site, name: 'Wels', city: 'Wels', country: 'AT' };
  await say('PUT', 'sites', 'Wels', { ...wels, languages: ['de', 'es'], lockAfterMinutes });
  const siteThere = async () => Site.parse((await at('Wels')).get(`sites ${own('sites', 'Wels')}`));
  const said = await siteThere();
  expect([languagesAt(said), spokenAt(said, 'zh'), spokenAt(said, 'es')]).toEqual([
    ['de', 'es'],
    'de',
    'es',
  ]);
  for (const [place, minutes] of [
    ['dock', 15],
    ['bench', 7],
    ['desk', 3],
  ] as const)
    expect([place, lockMinutesAt(said, place)]).toEqual([place, minutes]);

  await say('PUT', 'sites', 'Wels', { ...wels, languages: [] });
  const open = await siteThere();
  expect([languagesAt(open).length, lockMinutesAt(open, 'dock')]).toEqual([4, 2]);
  const twice = { ...wels, languages: ['de', 'de'] };
  expect((await ask('PUT', 'sites', 'Wels', twice)).status).toBe(400);
});

test('two of the ERP’s clients that are one: new papers of either are of the one, old ones stay', async () => {
  await say('PUT', 'clients', 'K-2', { ...client, name: 'Brückner Wasser GmbH' });
  await say('PUT', 'contracts', 'V-2', { ...contract, client: 'K-2' });
  await say('PUT', 'returns', 'R-old', {
    ...aReturnBody,
    rma: 'R-old',
    client: 'K-2',
    trackingNumbers: [],
  });
  await say('PUT', 'clients', 'K-2', {
    ...client,
    name: 'Brückner Wasser GmbH',
    mergedInto: 'K 10/4711',
  });
  await say('PUT', 'returns', 'R-new', {
    ...aReturnBody,
    rma: 'R-new',
    client: 'K-2',
    trackingNumbers: [],
  });
  const again = { ...aReturnBody, rma: 'R-old', client: 'K-2', trackingNumbers: ['330-4711'] };
  await say('PUT', 'returns', 'R-old', again);
  const back = { ...client, mergedInto: 'K-2' };
  expect(await codeOf(ask('PUT', 'clients', 'K 10/4711', back))).toBe('stays');
  const here = await at('Werk Ulm');
  expect(here.get(`cases ${own('returns', 'R-old')}`)).toMatchObject({
    clientId: own('clients', 'K-2'),
  });
  expect(here.get(`cases ${own('returns', 'R-new')}`)).toMatchObject({
    clientId: own('clients', 'K 10/4711'),
    contractId: own('contracts', 'V-1'),
  });
});

test('one id of two systems is two records: neither says anything of the other', async () => {
  const path = `clients/crm:${encodeURIComponent('K 10/4711')}`;
  const other = { ...client, name: 'Weber Kältetechnik KG' };
  const { status } = await askOffice(central, { method: 'PUT', path, body: other });
  expect(status).toBe(201);
  const erp = await ask('GET', 'clients', 'K 10/4711');
  expect(erp.body).not.toMatchObject({ body: { name: other.name } });
  await askOffice(central, { method: 'DELETE', path: `${path}?reason=Theirs`, body: undefined });
  expect((await ask('GET', 'clients', 'K 10/4711')).body).toMatchObject({ state: 'current' });
});

test('a GTIN given to another article is that one’s, and what was sold under it keeps it', async () => {
  const gtin = '4006381333931';
  const sold = (of: string, lineNumber: number) => ({
    ...orderLine,
    orderNumber: 'A-gtin',
    lineNumber,
    article: of,
  });
  await say('PUT', 'articles', 'old', { ...article, number: 'old', gtins: [{ gtin }] });
  await say('PUT', 'order-lines', 'sold old', sold('old', 1));
  await say('PUT', 'articles', 'old', { ...article, number: 'old' });
  await say('PUT', 'articles', 'new', {
    ...article,
    number: 'new',
    gtins: [{ gtin }, { gtin: '4006381333948', quantity: 12 }, { gtin: '4006381333955' }],
  });
  await say('PUT', 'order-lines', 'sold new', sold('new', 2));
  const [old, fresh] = await Promise.all(
    ['sold old', 'sold new'].map((id) =>
      documentOf(central.database.rows, 'orderLines', own('order-lines', id)),
    ),
  );
  expect(old?.article).toMatchObject({ number: 'old', gtin: `0${gtin}` });
  expect(fresh?.article).toMatchObject({
    number: 'new',
    gtin: `0${gtin}`,
    gtins: [
      { gtin: '04006381333948', quantity: 12 },
      { gtin: '04006381333955', quantity: 1 },
    ],
  });
});

test('goods that cost nothing go in as such, by their price or by the invoice', async () => {
  const free = { ...orderLine, orderNumber: 'A-free' };
  await say('PUT', 'order-lines', 'free 1', { ...free, lineNumber: 1, price: '0' });
  await say('PUT', 'order-lines', 'free 2', { ...free, lineNumber: 2, net: '0', tax: '0.00' });
  for (const id of ['free 1', 'free 2'])
    expect(
      await documentOf(central.database.rows, 'orderLines', own('order-lines', id)),
    ).toMatchObject({ invoiced: { net: 0, tax: 0 } });
});

test('two contracts of a client that begin on one day: a return names one, or is asked to', async () => {
  await say('PUT', 'clients', 'K-two', { ...client, name: 'Zwei Verträge AG' });
  await say('PUT', 'contracts', 'V-two-a', { ...contract, client: 'K-two' });
  await say('PUT', 'contracts', 'V-two-b', { ...contract, client: 'K-two', returnPeriod: null });
  const of = { ...aReturnBody, rma: 'R-two', client: 'K-two', trackingNumbers: [] };
  expect(await codeOf(ask('PUT', 'returns', 'R-two', of))).toBe('severalContracts');
  await say('PUT', 'returns', 'R-two', { ...of, contract: 'V-two-b' });
  expect((await at('Werk Ulm')).get(`contracts ${own('contracts', 'V-two-b')}.v1`)).toMatchObject({
    returnPeriod: null,
  });
});

test('an article that gets its GTIN and its group later is known by them where it is expected, and later', async () => {
  const gtin = '4006381333917';
  await say('PUT', 'articles', 'bare', { ...article, number: 'bare' });
  const line = { ...orderLine, orderNumber: 'A-bare', article: 'bare' };
  const back = { ...aReturnBody, trackingNumbers: [] };
  const of = (id: string) => ({ ...back.lines[0], orderLine: id });
  for (const [before, id] of ['bare 1', 'bare 2'].entries())
    await say('PUT', 'order-lines', id, { ...line, lineNumber: before + 1 });
  await say('PUT', 'returns', 'R-bare 1', { ...back, rma: 'R-b1', lines: [of('bare 1')] });
  const whole = { ...article, number: 'bare', gtins: [{ gtin }], productGroup: 'Wellen' };
  await say('PUT', 'articles', 'bare', whole);
  const known = { article: { gtin: `0${gtin}`, productGroup: 'Wellen' } };
  const lineOf = (id: string) =>
    documentOf(central.database.rows, 'orderLines', own('order-lines', id));
  expect(await lineOf('bare 1')).toMatchObject(known);
  expect(await lineOf('bare 2')).toMatchObject({ article: { gtin: null } });
  await say('PUT', 'returns', 'R-bare 2', { ...back, rma: 'R-b2', lines: [of('bare 2')] });
  expect(await lineOf('bare 2')).toMatchObject(known);
  const here = await at('Werk Ulm');
  expect(here.get(`orderLines ${own('order-lines', 'bare 1')}`)).toMatchObject(known);
});

test('of a record that changes again and again the newest versions are answered, as many as fit', async () => {
  const id = own('clients', 'K 10/4711');
  /** So many more, each of so many bytes. */
  const versions = (many: number, bytes: number) =>
    central.database.rows.execute(sql`
      insert into office_changes (kind, own_id, version, outcome, state, body, actor, reason, at)
      select kind, own_id, version + n, outcome, state,
        body || jsonb_build_object('name', repeat('x', ${bytes}::int)), actor, reason, at
      from (select * from office_changes where kind = 'clients' and own_id = ${id}
          order by version desc limit 1) as last,
        generate_series(1, ${many}::int) as n`);
  const History = z.object({ changes: z.array(z.object({ version: z.number() })) });
  const history = async () => {
    const path = `clients/erp:${encodeURIComponent('K 10/4711')}/history`;
    const { status, body } = await askOffice(central, { method: 'GET', path });
    expect(status).toBe(200);
    return { found: History.parse(body).changes, bytes: JSON.stringify(body).length };
  };
  await versions(700, 10);
  const { found } = await history();
  expect(found.length).toBe(500);
  expect(found.at(-1)?.version).toBeGreaterThan(700);
  await versions(100, 100_000);
  const fat = await history();
  expect(fat.bytes).toBeLessThan(5_000_000);
  expect(fat.found.at(-1)?.version).toBe((found.at(-1)?.version ?? 0) + 100);
});
