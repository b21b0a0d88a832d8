import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaidOfColumns } from '../../../central/imports/mapping/planOf.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { noCounts } from '../../../central/imports/run/outcomes.ts';
import { writeOutcomes } from '../../../central/imports/run/writeOutcomes.ts';
import { headingsOf } from '../../../central/imports/writing/tableOfRecords.ts';
import { writeTable } from '../../../central/imports/writing/writeTable.ts';
import { TableKind } from '../../../shared/sync/importsApi.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { calendar, client, contract, site } from '../office/aManufacturer.ts';
import { askOffice } from '../office/askOffice.ts';
import { aFile, rowsOf } from './aFile.ts';
import { bringTo, type Wish } from './bringTo.ts';

let central: Awaited<ReturnType<typeof startCentral>>;
beforeAll(async () => {
  central = await startCentral({});
  for (const [kind, id, body] of [
    ['sites', 'ULM', site],
    ['calendars', 'ULM', { ...calendar, site: 'ULM' }],
    ['clients', 'K 10/4711', client],
    ['contracts', 'V-1', contract],
  ] as const) {
    const asked = { method: 'PUT', path: `${kind}/erp:${encodeURIComponent(id)}`, body };
    const { status } = await askOffice(central, asked);
    if (status !== 201) throw new Error(`${kind}: ${status}`);
  }
});
afterAll(async () => {
  await central.close();
});

async function exported(file: string): Promise<Buffer> {
  const answer = await fetch(`${central.url}/central/admin/exports/${file}?source=erp`, {
    headers: { authorization: `Bearer ${central.adminToken}` },
  });
  return Buffer.from(await answer.arrayBuffer());
}

const bring = (kind: string, file: string, wish?: Wish) => bringTo(central, kind, file, wish);

const recordAt = async (kind: string, id: string) =>
  (await askOffice(central, { method: 'GET', path: `${kind}/erp:${encodeURIComponent(id)}` })).body;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe("a company's own spreadsheets", () => {
  test('articles of a German system go in: its words, its encoding, its decimals', async () => {
    const file = await aFile(
      'Artikel.csv',
      latin1(
        'Artikelnummer;Bezeichnung;EAN;ME;Seriennummernpflicht\r\nKP-7/1;Kreiselpumpe größer;4006381333931;Stk;ja\r\nD-7;"Dichtung; DN 200";;ST;nein\r\n',
      ),
    );
    expect(await bring('articles', file, { mode: 'test' })).toMatchObject({
      counts: { created: 2 },
      isWritten: false,
    });
    expect(await recordAt('articles', 'D-7')).toMatchObject({ status: 404 });
    expect(await bring('articles', file)).toMatchObject({ counts: { created: 2 }, wrong: [] });
    expect(await bring('articles', file)).toMatchObject({ counts: { unchanged: 2 } });
    expect(await recordAt('articles', 'KP-7/1')).toMatchObject({
      body: {
        number: 'KP-7/1',
        name: 'Kreiselpumpe größer',
        gtins: [{ gtin: '04006381333931', quantity: 1 }],
        unit: 'EA',
        serialControlled: true,
      },
    });
  });

  test('order lines: prices stay exact, refused rows name their cells, the rest goes in', async () => {
    const file = await aFile(
      'Auftraege.csv',
      [
        'Kundennummer;Auftrag;Pos;Artikel;Bestellmenge;Liefermenge;Währung;Einzelpreis;Lieferdatum;Seriennummern',
        'K 10/4711;A-1;10;KP-7/1;2;2;EUR;1.418,5;02.11.2026;SN-1; SN-2'.replace(
          'SN-1; SN-2',
          '"SN-1; SN-2"',
        ),
        'K 10/4711;A-1;20;D-7;500;500,00;EUR;0,1234;02.11.2026;',
        'K 10/4711;A-1;30;D-7;viele;1;EUR;1,00;31.02.2026;',
        'K 10/4711;A-1;40;D-999;1;1;EUR;1,00;02.11.2026;',
        'K 10/4711;A-1;20;D-7;1;1;EUR;1,00;02.11.2026;',
        'K 10/4711;A-1;50;D-7;1;1;EUR;1,00;02.11.2026;;7',
      ].join('\n'),
    );
    const done = await bring('order-lines', file);
    expect(done).toMatchObject({
      counts: { created: 2, refused: 3, waiting: 1 },
      wrong: [
        [
          4,
          'refused',
          expect.stringMatching(/^E4: “viele” is no number.* · I4: “31.02.2026” is no day/),
        ],
        [5, 'waiting', 'D5: articles erp:D-999 is not here'],
        [6, 'refused', expect.stringMatching(/stands in row 3 already/)],
        [7, 'refused', expect.stringMatching(/^row 7: The row has 11 cells below 10 headings/)],
      ],
    });
    expect(await recordAt('order-lines', 'A-1/10')).toMatchObject({
      body: {
        price: '1418.5',
        serials: ['SN-1', 'SN-2'],
        deliveredOn: '2026-11-02',
        orderedQuantity: 2,
      },
    });
    expect(await recordAt('order-lines', 'A-1/20')).toMatchObject({ body: { price: '0.1234' } });
  });

  test('what waits goes in with the same file once what it names is here', async () => {
    const lines =
      'client;orderNumber;lineNumber;article;orderedQuantity;shippedQuantity;currency;price\nK 10/4711;W-1;1;W-9;1;1;EUR;1\n';
    const file = await aFile('lines.csv', lines);
    expect(await bring('order-lines', file)).toMatchObject({ counts: { waiting: 1 } });
    await bring('articles', await aFile('a.csv', 'number;name\nW-9;Welle\n'));
    expect(await bring('order-lines', file)).toMatchObject({ counts: { created: 1 } });
  });

  test('returns of several lines: rows of one number, their words for our reasons', async () => {
    const csv = (reason: string) =>
      `RMA number;Standort;Kunde;Antrag vom;Auftragsposition;Grund;Menge\nR-7;ULM;K 10/4711;10.11.2026;A-1/10;defekt;1\nR-7;ULM;K 10/4711;10.11.2026;A-1/20;${reason};20\n`;
    const file = await aFile('r.csv', csv('Ausschuss'));
    expect(await bring('returns', file)).toMatchObject({
      counts: { refused: 1 },
      wrong: [
        [
          2,
          'refused',
          expect.stringMatching(/^F3: “Ausschuss” is none of defective, poorWorkmanship/),
        ],
        [3, 'refused', expect.anything()],
      ],
    });
    const codes = [{ field: null, word: 'Ausschuss', code: 'poorWorkmanship' }];
    expect(await bring('returns', file, { columns: { codes } })).toMatchObject({
      counts: { created: 1 },
    });
    expect(await recordAt('returns', 'R-7')).toMatchObject({
      body: {
        application: { receivedAt: '2026-11-10T12:00:00.000Z' },
        lines: [
          { orderLine: 'A-1/10', reason: 'defective', requestedQuantity: 1 },
          { orderLine: 'A-1/20', reason: 'poorWorkmanship', requestedQuantity: 20 },
        ],
      },
    });
  });

  test('all or nothing is nothing where one row is refused', async () => {
    const file = await aFile('a.csv', 'number;name\nX-1;one\nX-2;\n');
    expect(await bring('articles', file, { mode: 'allOrNothing' })).toMatchObject({
      counts: { created: 1, refused: 1 },
      isWritten: false,
    });
    expect(await recordAt('articles', 'X-1')).toMatchObject({ status: 404 });
    const good = await aFile('a.csv', 'number;name\nX-1;one\nX-2;two\n');
    expect(await bring('articles', good, { mode: 'allOrNothing' })).toMatchObject({
      isWritten: true,
    });
  });

  test('a full file withdraws what is missing, more than a tenth only when that is confirmed', async () => {
    const csv = (count: number) =>
      `number;name\n${Array.from({ length: count }, (_, n) => `F-${n};part ${n}\n`).join('')}`;
    const full = { confirmed: false, reason: 'gone' };
    const wish = { full, source: 'plm' };
    await bring('articles', await aFile('a.csv', csv(40)), { source: 'plm' });
    expect(
      await bring('articles', await aFile('a.csv', csv(38)), { ...wish, mode: 'test' }),
    ).toMatchObject({ counts: { unchanged: 38, withdrawn: 2 } });
    expect(await bring('articles', await aFile('a.csv', csv(30)), wish)).toMatchObject({
      counts: { unchanged: 30 },
      withdrawing: { kind: 'tooMany', missing: 10, current: 40 },
    });
    expect(
      await bring('articles', await aFile('a.csv', `${csv(38)};nameless\n`), wish),
    ).toMatchObject({ withdrawing: { kind: 'namelessRows' } });
    const confirmed = { ...wish, full: { ...full, confirmed: true } };
    expect(await bring('articles', await aFile('a.csv', csv(30)), confirmed)).toMatchObject({
      counts: { withdrawn: 10 },
    });
  });

  test('is stopped between two parts and goes on behind them', async () => {
    const csv = `number;name\n${Array.from({ length: 1200 }, (_, n) => `S-${n};part\n`).join('')}`;
    const file = await aFile('a.csv', csv);
    let stoppedAt = 0;
    const onProgress = (row: number) => {
      stoppedAt = row;
      return Promise.resolve('stop' as const);
    };
    const first = await bring('articles', file, { onProgress });
    expect(first).toMatchObject({ counts: { created: stoppedAt - 1 } });
    const after = { row: stoppedAt, counts: noCounts, byRow: [] };
    expect(await bring('articles', file, { after })).toMatchObject({
      counts: { created: 1200 - (stoppedAt - 1) },
    });
  });
});

describe('what a person has to say', () => {
  const asked = async (kind: string, csv: string, columns?: SaidOfColumns) => {
    const refused = await bring(kind, await aFile('a.csv', csv), {
      mode: 'test',
      ...(columns ? { columns } : {}),
    });
    return Array.isArray(refused) ? refused : 'nothing';
  };
  const line = 'client;orderNumber;lineNumber;price;deliveredOn\nK;A;1;';

  test('numbers and days that can be read both ways, where they are needed', async () => {
    expect(await asked('order-lines', `${line}1.234;03/04/2026\n`)).toEqual([
      expect.stringContaining('“price” (1.234) can be read both ways'),
      expect.stringContaining('“deliveredOn” (03/04/2026) can be read both ways'),
    ]);
    expect(
      await asked('order-lines', `${line}1.234;03/04/2026\n`, {
        decimal: 'point',
        date: 'dayFirst',
      }),
    ).toBe('nothing');
    expect(await asked('order-lines', 'orderNumber;lineNumber;Note\nA;1;1.234\n')).toBe('nothing');
  });

  test('which column holds the id, and columns and fields that are not there', async () => {
    expect(await asked('clients', 'Firma;Land\nX;DE\n')).toEqual([
      expect.stringContaining('No column holds the id'),
    ]);
    const columns = new Map([
      ['Land', 'nowhere'],
      ['Ort', 'city'],
    ]);
    expect(await asked('clients', 'number;Land\nX;DE\n', { columns })).toEqual([
      expect.stringContaining('There is no field “nowhere”'),
      'There is no column “Ort”.',
      expect.stringContaining('There is no field “city”'),
    ]);
  });
});

describe('what goes out', () => {
  test.each(['csv', 'xlsx', 'json'])(
    'the same file comes back as %s with what became of each row',
    async (kind) => {
      const csv = 'number;name\n"-1";"=HYPERLINK(""x"")"\nB-1;\n';
      const file = await aFile('a.csv', csv);
      const done = await bring('articles', file, { mode: 'test' });
      if (!('look' in done)) throw new Error(done.join());
      const out = path.join(path.dirname(file), `out.${kind}`);
      expect(await writeOutcomes(file, {}, done.look, done.byRow, out)).toBe(out);
      const bytes = await readFile(out);
      if (kind === 'csv')
        expect(bytes.toString()).toBe(
          `\ufeffnumber;name;Outcome;What is wrong\r\n'-1;"'=HYPERLINK(""x"")";created;\r\nB-1;;refused;row 3: name: this is needed\r\n`,
        );
      expect(await rowsOf(`out.${kind}`, bytes)).toMatchObject([
        {
          number: kind === 'csv' ? "'-1" : '-1',
          name: `${kind === 'json' ? '' : "'"}=HYPERLINK("x")`,
          Outcome: 'created',
        },
        { number: 'B-1', Outcome: 'refused' },
      ]);
    },
  );

  test('what is exported goes in again and changes nothing', async () => {
    for (const kind of ['sites', 'clients', 'contracts', 'articles', 'order-lines', 'returns']) {
      const file = await aFile(`${kind}.csv`, await exported(`${kind}.csv`));
      const columns = { date: 'iso', decimal: 'point' } as const;
      const again = await bring(kind, file, { columns, mode: 'test' });
      expect([kind, again]).toMatchObject([kind, { wrong: [] }]);
      expect([kind, Object.keys('counts' in again ? again.counts : {})]).toEqual([
        kind,
        ['unchanged'],
      ]);
    }
  });

  test('a template goes in as it is, after the templates of what it names', async () => {
    const { exampleRows } = await import('../../../central/imports/writing/tableOfRecords.ts');
    for (const kind of [
      'sites',
      'people',
      'clients',
      'contracts',
      'articles',
      'order-lines',
      'returns',
    ]) {
      const table = tableOf(TableKind.parse(kind));
      const file = await aFile(`${kind}.xlsx`, '');
      await writeTable(file, headingsOf(table), exampleRows(table));
      const done = await bring(kind, file, { source: 'tpl' });
      expect([kind, done]).toMatchObject([
        kind,
        { wrong: [], counts: { created: kind === 'returns' ? 1 : 2 } },
      ]);
    }
  });
});
