/** Tables that go out and come in again, and tables that have no column for all a record says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { bodies } from '../../../shared/office/bodies/bodyOf.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { article, calendar, client, contract, site } from '../office/aManufacturer.ts';
import { askOffice } from '../office/askOffice.ts';
import { aFile } from './aFile.ts';
import { bringTo } from './bringTo.ts';

let central: CentralInMemory;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central?.close());

const at = (kind: string, id: string) => `${kind}/erp:${encodeURIComponent(id)}`;

async function put(kind: string, id: string, body: object): Promise<void> {
  const { status, body: said } = await askOffice(central, {
    method: 'PUT',
    path: at(kind, id),
    body,
  });
  if (status >= 300) throw new Error(`${kind} ${id}: ${JSON.stringify(said)}`);
}

const recordOf = async (kind: string, id: string) =>
  (await askOffice(central, { method: 'GET', path: at(kind, id) })).body;

/** Out as a table, and in again: what became of its rows. */
async function outAndIn(kind: string, ending: 'csv' | 'xlsx' | 'json') {
  const name = `${kind}.${ending}`;
  const answer = await fetch(`${central.url}/central/admin/exports/${name}?source=erp`, {
    headers: { authorization: `Bearer ${central.adminToken}` },
  });
  const file = await aFile(name, new Uint8Array(await answer.arrayBuffer()));
  const columns = { date: 'iso', decimal: 'point' } as const;
  const done = await bringTo(central, kind, file, { columns });
  return 'counts' in done ? { counts: done.counts, wrong: done.wrong } : done;
}

test.each(['csv', 'xlsx', 'json'] as const)(
  'an id or a name that begins like a formula is the same record after it went out as %s',
  async (ending) => {
    const ids = ['-40/160', '@home', '=1+1', '+plus', "'=quoted", "''=twice", '＝full', '-7'];
    for (const id of ids) await put('articles', id, { ...article, number: id, name: `${id} x` });
    expect(await outAndIn('articles', ending)).toEqual({
      counts: { unchanged: ids.length },
      wrong: [],
    });
  },
);

test('an id of another system is named in a table as in a record, in lists too', async () => {
  const theirs = { source: 'wms', id: 'Halle "2", Nord' };
  const path = `sites/wms:${encodeURIComponent(theirs.id)}`;
  await askOffice(central, { method: 'PUT', path, body: site });
  await put('sites', 'ULM', { ...site, name: 'ULM' });
  const person = { name: 'Ada Lind', badge: 'ADAL01', roles: ['dock'], sites: ['ULM', theirs] };
  await put('people', 'P-1', person);
  expect(await outAndIn('people', 'csv')).toEqual({ counts: { unchanged: 1 }, wrong: [] });
  expect(await recordOf('people', 'P-1')).toMatchObject({ body: { sites: ['ULM', theirs] } });
});

test.each(['csv', 'xlsx', 'json'] as const)(
  'what has a semicolon, a comma or a quote in it stays one of a list as %s',
  async (ending) => {
    const halls = ['Halle 3; Nord', '"Süd"', '"half', 'Tor 7, links', '"; "', 'Nord"; x'];
    for (const id of halls) await put('sites', id, { ...site, name: id });
    const person = { name: 'Ada Lind', badge: 'ADAL02', roles: ['dock'] };
    const wms = { source: 'wms', id: 'Hof; "A"' };
    await askOffice(central, {
      method: 'PUT',
      path: `sites/wms:${encodeURIComponent(wms.id)}`,
      body: site,
    });
    for (const [n, sites] of [[...halls, wms], ...halls.map((one) => [one])].entries()) {
      const kept = { ...person, badge: `ADA${n}0`, sites };
      await put('people', `Q-${n}`, kept);
    }
    const unchanged = halls.length + 2;
    expect(await outAndIn('people', ending)).toEqual({ counts: { unchanged }, wrong: [] });
    expect(await recordOf('people', 'Q-0')).toMatchObject({ body: { sites: [...halls, wms] } });
  },
);

test('a cell that only begins like such an id is refused in words', async () => {
  const file = await aFile(
    'contracts.csv',
    'number;client;effectiveFrom;refundMethod;currency\nV-9;"{""source"":";2025-01-01;creditNote;EUR\n',
  );
  expect(await bringTo(central, 'contracts', file)).toMatchObject({
    counts: { waiting: 1 },
    wrong: [[2, 'waiting', 'B2: clients erp:%7B%22source%22%3A is not here']],
  });
});

test('a table takes nothing away that it has no column for', async () => {
  const contacts = [{ name: 'Udo Brandt', phone: '+49 731 1' }];
  const numbers = ['D-20017'];
  await put('clients', 'K-1', { ...client, contacts, numbers, address: ['Hafenweg 1'] });
  await put('clients', 'K-2', { ...client, mergedInto: 'K-1' });
  const sampling = { standard: 'ISO 2859-1', level: 'II', aqlMajor: 1, aqlMinor: 2.5 };
  const inspection = { receiptDayCounts: false, cutOff: '16:00' };
  await put('contracts', 'V-1', { ...contract, client: 'K-1', sampling, inspection });
  const rma = { pattern: '####C', check: 'mod10' };
  await put('sites', 'ULM', { ...site, name: 'ULM', rma, lockAfterMinutes: locks });
  await put('calendars', 'ULM', {
    ...calendar,
    site: 'ULM',
    closures: [{ date: '2027-12-27', name: 'Works holidays' }],
  });

  const tables = {
    clients: `Kundennummer;Firma;Anschrift\nK-1;Brückner SE;\nK-2;Brückner Wasser;Kai 2\n`,
    contracts: `Vertragsnummer;Erstattungsart\nV-1;Gutschrift\n`,
    sites: `Nummer;Standort;RMA-Präfixe\nULM;Werk Ulm;RET:\n`,
    calendars: `Nummer;bis Jahr\nULM;2029\n`,
  };
  for (const [kind, csv] of Object.entries(tables)) {
    const done = await bringTo(central, kind, await aFile(`${kind}.csv`, csv));
    expect([kind, done]).toMatchObject([
      kind,
      { wrong: [], counts: { updated: kind === 'clients' ? 2 : 1 } },
    ]);
  }
  const kept = { ...client, name: 'Brückner SE', contacts, numbers };
  expect(await recordOf('clients', 'K-1')).toMatchObject({ body: kept });
  expect(await recordOf('clients', 'K-1')).not.toHaveProperty('body.address');
  expect(await recordOf('clients', 'K-2')).toMatchObject({
    body: { name: 'Brückner Wasser', mergedInto: 'K-1', address: ['Kai 2'] },
  });
  expect(await recordOf('contracts', 'V-1')).toMatchObject({
    body: { ...contract, client: 'K-1', refundMethod: 'creditNote', sampling, inspection },
  });
  expect(await recordOf('sites', 'ULM')).toMatchObject({
    body: { name: 'Werk Ulm', rma: { ...rma, prefixes: ['RET:'] }, lockAfterMinutes: locks },
  });
  expect(await recordOf('calendars', 'ULM')).toMatchObject({
    body: { region: 'BW', closures: [{ date: '2027-12-27' }], untilYear: 2029 },
  });
});

const locks = { dock: 5, bench: 10, desk: 3 };

/** What a spreadsheet does not say, on purpose: lists of several things each, and rare words. */
const withoutColumn: Readonly<Record<string, readonly string[]>> = {
  calendars: ['weekendDays', 'holidays', 'closures', 'extraWorkingDays'],
  clients: ['contacts', 'mergedInto'],
  contracts: ['inspection', 'sampling', 'pausing'],
  articles: ['names', 'picture'],
  returns: ['application.receivedOn', 'application.evidence', 'objection', 'lines.id'],
};

test.each(tableKinds)('%s: a field of its body has a column, or is known to have none', (kind) => {
  const columns = tableOf(kind).fields.map(({ path }) => path);
  const isBelow = (path: string) => columns.some((column) => column.startsWith(`${path}.`));
  const schema = z.toJSONSchema(bodies[kind], { io: 'input', unrepresentable: 'any' });
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, said]) =>
    isBelow(name) ? innerOf(said).map((inner) => `${name}.${inner}`) : [name],
  );
  const missing = fields.filter((field) => !columns.includes(field));
  expect(missing).toEqual(withoutColumn[kind] ?? []);
});

const Schema = z.looseObject({
  anyOf: z.array(z.unknown()).default([]),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** Fields of an object, or of each line of a list. */
function innerOf(said: unknown): readonly string[] {
  const { anyOf, items, properties } = Schema.parse(said);
  const inner = [...anyOf, ...(items === undefined ? [] : [items])].flatMap(innerOf);
  return [...Object.keys(properties), ...inner];
}
