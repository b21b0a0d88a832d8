import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bounds } from '../../../central/imports/table/bounds.ts';
import { AdminScope } from '../../../shared/sync/adminApi.ts';
import { importUploadPath } from '../../../shared/sync/importsApi.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { article } from '../office/aManufacturer.ts';
import { askOffice } from '../office/askOffice.ts';
import { askImports, bringFile, lookedAt, nothingSaid, runFile } from './askImports.ts';

let central: CentralInMemory;
const tokens = new Map<string, string>();

beforeAll(async () => {
  central = await startCentral({});
  for (const scope of AdminScope.options) {
    const body = { id: `may-${scope}`, name: scope, scopes: [scope] };
    const answer = await askImports(central, 'POST', '/central/admin/administrators', body);
    tokens.set(scope, z.object({ token: z.string() }).parse(await answer.json()).token);
  }
});
afterAll(() => central.close());

const csv = 'Artikelnummer;Bezeichnung;ME;Notiz\nR-1;Rad;Stk;x\nR-2;;Kiste;y\n';

test('a file is brought, looked at, tested, run and given back', async () => {
  const { id, name, bytes } = await bringFile(central, 'Räder.csv', csv);
  expect({ name, bytes }).toEqual({ name: 'Räder.csv', bytes: Buffer.byteLength(csv) });
  const looked = await lookedAt(central, id);
  expect(looked).toMatchObject({
    kind: 'looked',
    table: 'articles',
    form: { kind: 'csv', encoding: 'utf-8', delimiter: ';' },
    headingsRow: 1,
    rows: 2,
    columns: [
      { heading: 'Artikelnummer', field: 'number', by: 'guessed' },
      { heading: 'Bezeichnung', field: 'name' },
      { heading: 'ME', field: 'unit' },
      { heading: 'Notiz', field: null, by: null },
    ],
    codes: [
      { field: 'unit', word: 'Stk', code: 'EA' },
      { field: 'unit', word: 'Kiste', code: null },
    ],
    problems: [],
  });
  const said = { codes: [{ field: 'unit', word: 'Kiste', code: 'EA' }], columns: { Notiz: '' } };
  expect(await lookedAt(central, id, said)).toMatchObject({
    columns: [{}, {}, {}, { field: null, by: 'said' }],
    codes: [{}, { word: 'Kiste', code: 'EA', by: 'said' }],
  });
  const tested = await runFile(central, id, { kind: 'articles', mode: 'test', ...said });
  expect(tested).toMatchObject({
    isWritten: false,
    counts: { created: 1, refused: 1 },
    problemRows: 1,
    problems: [{ row: 3, outcome: 'refused', errors: [{ code: 'unreadable', text: 'name' }] }],
  });
  const path = 'articles/erp:R-1';
  expect((await askOffice(central, { method: 'GET', path })).status).toBe(404);
  expect(await runFile(central, id, { kind: 'articles', mode: 'goodRows', ...said })).toMatchObject(
    { isWritten: true, counts: { created: 1, refused: 1 } },
  );
  expect((await askOffice(central, { method: 'GET', path })).body).toMatchObject({
    body: { number: 'R-1' },
    changedBy: 'bootstrap token',
  });
  const back = await askImports(central, 'GET', `${importUploadPath}/${id}/outcomes`);
  expect(back.headers.get('content-disposition')).toContain('R%C3%A4der.outcome.csv');
  expect(await back.text()).toContain('R-1;Rad;Stk;x;created;');
  expect((await askImports(central, 'POST', `${importUploadPath}/${id}/forget`, {})).status).toBe(
    200,
  );
  expect((await askImports(central, 'GET', `${importUploadPath}/${id}`)).status).toBe(404);
});

test('what is no table is refused by its own name, and nobody has to have a word for it', async () => {
  const { id } = await bringFile(central, 'a.xlsx', '%PDF-1.7');
  expect(await lookedAt(central, id)).toMatchObject({
    kind: 'refused',
    code: 'noTable.pdf',
    says: 'That is a PDF. Send the table it was made from as XLSX, CSV or JSON.',
  });
  const wish = { ...nothingSaid, kind: 'articles', mode: 'test', full: null };
  const ran = await askImports(central, 'POST', `${importUploadPath}/${id}/run`, wish);
  expect(await ran.json()).toMatchObject({ phase: 'done', refused: { code: 'noTable.pdf' } });
});

test('one keeps four files, the oldest of them goes, and nobody sees another one’s', async () => {
  const first = await bringFile(central, 'a.csv', csv);
  const long = `${csv}${'x'.repeat(3_000_000)}`;
  for (let n = 0; n < 4; n += 1) await bringFile(central, `${n}.csv`, long);
  const at = `${importUploadPath}/${first.id}`;
  expect((await askImports(central, 'GET', at)).status).toBe(404);
  const { id } = await bringFile(central, 'a.csv', csv);
  const theirs = await askImports(
    central,
    'GET',
    `${importUploadPath}/${id}`,
    undefined,
    tokens.get('records'),
  );
  expect(theirs.status).toBe(404);
});

test('a file is no longer than it may be, whatever it says of itself', async () => {
  expect(bounds.fileBytes).toBe(1024 * 1024 * 1024);
  const { keptFiles } = await import('../../../central/imports/kept/keptFiles.ts');
  const { Readable } = await import('node:stream');
  const files = keptFiles(`${central.photoFolder}/kept`, () => new Date(), 1000);
  const keep = (bytes: number) =>
    files.keep(Readable.from([Buffer.alloc(bytes)]), { name: 'a.csv', owner: 'ada' });
  expect(await keep(1001)).toEqual({ ok: false, refusal: 'tooLarge' });
  expect(await keep(1000)).toMatchObject({ ok: true, value: { bytes: 1000 } });
  await files.close();
});

describe('who may', () => {
  const routes = [
    ['POST', `${importUploadPath}?name=a.csv`, csv],
    ['GET', `${importUploadPath}/${'A'.repeat(22)}/outcomes`, undefined],
    ['GET', '/central/admin/import-templates/articles.csv', undefined],
    ['GET', '/central/admin/exports/articles.csv', undefined],
  ] as const;
  test.each(routes)('%s %s is for the scope “records” and the first token', async (...route) => {
    const [method, path, body] = route;
    const status = async (token: string | undefined) =>
      (await askImports(central, method, path, body, token)).status;
    for (const scope of AdminScope.options)
      expect([scope, [200, 404].includes(await status(tokens.get(scope)))]).toEqual([
        scope,
        scope === 'records',
      ]);
    expect(await status('')).toBe(401);
    expect(await status('nobody')).toBe(403);
    expect([200, 404]).toContain(await status(central.adminToken));
  });

  test('people and calendars besides need the scope of their kind', async () => {
    for (const kind of tableKinds) {
      const path = `/central/admin/exports/${kind}.csv`;
      const answer = await askImports(central, 'GET', path, undefined, tokens.get('records'));
      const isOther = kind === 'people' || kind === 'calendars';
      expect([kind, answer.status]).toEqual([kind, isOther ? 403 : 200]);
    }
  });
});

test('tables go out as they come in', async () => {
  await askOffice(central, { method: 'PUT', path: 'articles/plm:A-1', body: article });
  for (const ending of ['csv', 'xlsx', 'json']) {
    const path = `/central/admin/exports/articles.${ending}?source=plm`;
    const bytes = Buffer.from(await (await askImports(central, 'GET', path)).arrayBuffer());
    const { id } = await bringFile(central, `articles.${ending}`, bytes);
    const wish = { kind: 'articles', mode: 'test', source: 'plm' } as const;
    expect([ending, await runFile(central, id, wish)]).toMatchObject([
      ending,
      { counts: { unchanged: 1, created: 0, updated: 0 } },
    ]);
  }
});

describe('what was said of a sender’s table', () => {
  const odd = (values: string) => `Teil;Was;Art;Gewicht g\n${values}\n`;
  const said = {
    columns: { Teil: 'number', Was: 'name', Art: 'unit' },
    codes: [{ field: 'unit', word: 'Kiste', code: 'EA' }],
    decimal: 'comma' as const,
  };

  test('is known the next time, by the same sender with the same headings in any order', async () => {
    const first = await bringFile(central, 'a.csv', odd('O-1;odd;Kiste;1.234'));
    const wish = { kind: 'articles' as const, mode: 'test' as const, source: 'odd', ...said };
    await runFile(central, first.id, wish);
    const next = await bringFile(central, 'b.csv', 'Was;Teil;Art;Gewicht g\nodd;O-2;Kiste;1.234\n');
    expect(await lookedAt(central, next.id, { source: 'odd' })).toMatchObject({
      table: 'articles',
      decimal: 'comma',
      problems: [],
      columns: [
        { heading: 'Was', field: 'name', by: 'remembered' },
        { heading: 'Teil', field: 'number', by: 'remembered' },
        { heading: 'Art', field: 'unit', by: 'remembered' },
        { heading: 'Gewicht g', field: 'weightGrams', by: 'guessed' },
      ],
      codes: [{ word: 'Kiste', code: 'EA', by: 'remembered' }],
    });
    // Whoever brings it in says nothing of it any more, on the page and on the command line.
    expect(
      await runFile(central, next.id, { kind: 'articles', mode: 'test', source: 'odd' }),
    ).toMatchObject({ counts: { created: 1, refused: 0 } });
  });

  test('is not what another sender means, and gives way to what is said now', async () => {
    const { id } = await bringFile(central, 'a.csv', odd('O-1;odd;Kiste;1.234'));
    const theirs = await lookedAt(central, id, { source: 'other', kind: 'articles' });
    expect(theirs).toMatchObject({ columns: [{ field: null }, {}, {}, {}], decimal: null });
    const now = { columns: { Was: '' }, decimal: null };
    expect(await lookedAt(central, id, { source: 'odd', ...now })).toMatchObject({
      columns: [{ field: 'number' }, { field: null, by: 'said' }, {}, {}],
      decimal: null,
      problems: [{ code: 'askDecimal' }],
    });
  });
});
