/** A file is read in parts of five hundred: what is in the first counts in the second. */
import { expect, test } from 'vitest';
import { planOf } from '../../../central/imports/mapping/planOf.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { lookAt } from '../../../central/imports/reading/readFile.ts';
import { ownOffice } from '../../../central/imports/run/ownOffice.ts';
import { ownIdsOf } from '../../../central/imports/run/rowHash.ts';
import { type ImportWish, runImport } from '../../../central/imports/run/runImport.ts';
import { recordPage } from '../../../central/office/readRows.ts';
import { ExternalId, ownIdOf } from '../../../shared/office/externalId.ts';
import { askOffice } from '../office/askOffice.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { aFile } from './aFile.ts';

const count = 700;
/** Numbers are one record's alone, whoever sends it: each test has its own. */
const numbered = (of: string, last = '') =>
  `id;number;name\n${Array.from({ length: count }, (_, n) => `I-${n};${of}-${n};part ${n}\n`).join('')}${last}`;

onEachDatabase('a file in several parts', (ground) => {
  async function bring(csv: string, source: string, wish: Partial<ImportWish> = {}) {
    const { database } = ground().central;
    const file = await aFile('a.csv', csv);
    const look = await lookAt(file);
    const plan = look.ok ? planOf(tableOf('articles'), look.value) : null;
    if (!plan?.ok) throw new Error('no plan');
    const said = { actor: 'Ada', reason: 'Monday' };
    const office = ownOffice(database, 'articles', source, said, () => new Date());
    const done = await runImport({
      file,
      said: {},
      plan: plan.value,
      source,
      office,
      mode: 'test',
      full: null,
      ...wish,
    });
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  }
  const kept = async (source: string) =>
    (
      await recordPage(ground().central.database.rows, {
        kind: 'articles',
        source,
        state: 'current',
        after: null,
        limit: 10_000,
      })
    ).length;

  test('a test refuses a number that an earlier part would take', async () => {
    const came = await bring(numbered('A', 'other;A-3;twin\n'), 's1');
    expect(came.counts).toMatchObject({ created: count, refused: 1 });
    expect(came.byRow.get(count + 2)?.errors).toMatchObject([{ code: 'taken' }]);
    expect(await kept('s1')).toBe(0);
  });

  test('and takes one that an earlier part would give back', async () => {
    await bring(numbered('B'), 's2', { mode: 'goodRows' });
    const renamed = numbered('B', 'new;B-3;takes over\n').replace('I-3;B-3;', 'I-3;B-3-old;');
    expect((await bring(renamed, 's2')).counts).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: count - 1,
      refused: 0,
    });
  });

  test('all or nothing is one: what breaks in its last part leaves nothing of the first', async () => {
    const came = await bring(numbered('C', 'other;C-3;twin\n'), 's3', { mode: 'allOrNothing' });
    expect(came).toMatchObject({ isWritten: false, counts: { refused: 1 } });
    expect(await kept('s3')).toBe(0);
    expect(await bring(numbered('C'), 's3', { mode: 'allOrNothing' })).toMatchObject({
      isWritten: true,
      counts: { created: count },
    });
    expect(await kept('s3')).toBe(count);
  });

  test('what somebody else takes between its test and its writing leaves nothing of it', async () => {
    let isTested = false;
    const came = await bring(numbered('E'), 's5', {
      mode: 'allOrNothing',
      onPhase: (phase) => {
        isTested = phase === 'writing';
      },
      // Behind the part of the test that has the number.
      onProgress: async (row) => {
        if (!isTested && row >= 500)
          await bring('id;number;name\nx;E-7;first\n', 's5b', { mode: 'goodRows' });
        return 'goOn';
      },
    });
    expect(came).toMatchObject({ isWritten: false, counts: { refused: 1 } });
    expect(await kept('s5')).toBe(0);
  });

  test('what says the same as when it was written never reaches admission, until somebody else says otherwise', async () => {
    await bring(numbered('F'), 's6', { mode: 'goodRows' });
    let admitted = 0;
    const { database } = ground().central;
    const said = { actor: 'Ada', reason: 'Monday' };
    const own = ownOffice(database, 'articles', 's6', said, () => new Date());
    const office: typeof own = {
      ...own,
      bring: (how, work, isGood) =>
        own.bring(
          how,
          (way) =>
            work({
              ...way,
              rows: (rows) => {
                admitted += rows.length;
                return way.rows(rows);
              },
            }),
          isGood,
        ),
    };
    const again = (csv: string) => bring(csv, 's6', { mode: 'goodRows', office });
    expect((await again(numbered('F'))).counts).toMatchObject({ unchanged: count });
    expect(admitted).toBe(0);
    const one = numbered('F').replace('part 7\n', 'another 7\n');
    expect((await again(one)).counts).toMatchObject({ unchanged: count - 1, updated: 1 });
    expect(admitted).toBe(1);
    const put = {
      method: 'PUT',
      path: 'articles/s6:I-9',
      body: { number: 'F-9', name: 'by hand' },
    };
    expect((await askOffice(ground().central, put)).status).toBe(200);
    expect((await again(one)).counts).toMatchObject({ unchanged: count - 1, updated: 1 });
    expect(admitted).toBe(2);
    // The same cells read in another way are not the same.
    const swapped = one.replace('id;number;name', 'id;name;number');
    expect((await again(swapped)).counts).toMatchObject({ updated: count });
  });

  test('stopped in its second part it leaves nothing of the first', async () => {
    let writing = false;
    const came = await bring(numbered('D'), 's4', {
      mode: 'allOrNothing',
      onPhase: (phase) => {
        writing = phase === 'writing';
      },
      onProgress: (row) => Promise.resolve(writing && row > 500 ? 'stop' : 'goOn'),
    });
    expect(came).toMatchObject({ isWritten: false, isStopped: true });
    expect(await kept('s4')).toBe(0);
  });
});

test('our ids are the same whoever computes them', () => {
  for (const [source, id] of [
    ['erp', 'A-1/10'],
    ['plm', 'Größe Ω'],
    ['erp', 'e\u0301'],
    ['quayside', 'article-1'],
  ] as const)
    expect(ownIdsOf('articles', source)(id)).toBe(
      ownIdOf('articles', ExternalId.parse({ source, id })),
    );
});
