import { describe, expect, test } from 'vitest';
import { certainKind } from '../../../central/imports/mapping/guessedKind.ts';
import { planOf } from '../../../central/imports/mapping/planOf.ts';
import { readCell } from '../../../central/imports/mapping/readCell.ts';
import { sayPlanProblem } from '../../../central/imports/mapping/sayPlanProblem.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { lookAt } from '../../../central/imports/reading/readFile.ts';
import { headingsOf, rowsOfRecord } from '../../../central/imports/writing/tableOfRecords.ts';
import { TableKind } from '../../../shared/sync/importsApi.ts';
import { tableKinds } from '../../../shared/sync/tableForms.ts';
import { aFile } from './aFile.ts';

describe('headings as a German company writes them', () => {
  test.each([
    [
      'order-lines',
      'Auftrag;Position;Kunde;Artikel;Menge bestellt;Menge geliefert;Preis;Währung;Lieferdatum',
      'A-1;10;K 10/4711;KP;10;10;0,1234;EUR;02.11.2026',
      ['orderedQuantity', 'shippedQuantity'],
    ],
    [
      'sites',
      'Standort;Ort;Land;Zeitzone;Tore',
      'Werk Ulm;Ulm;DE;Europe/Berlin;Tor 1',
      ['name', 'city', 'docks'],
    ],
    [
      'contracts',
      'Vertragsnummer;Kundennummer;gültig ab;Rückgabefrist Tage;Rückgabefrist Art;Rügefrist;Rügefrist Art;Erstattungsart;Währung',
      'V-1;K-1;01.01.2025;30;Werktage;14;Kalendertage;Überweisung;EUR',
      ['returnPeriod.days', 'returnPeriod.kind', 'objectionPeriod.kind'],
    ],
  ])('%s: every one is a field', async (kind, headings, row, fields) => {
    const look = await lookAt(await aFile('said.csv', `${headings}\n${row}\n`));
    const table = tableOf(TableKind.parse(kind));
    if (!look.ok) throw new Error('no table');
    const plan = planOf(table, look.value);
    if (!plan.ok) throw new Error(plan.refusal.map(sayPlanProblem).join(' '));
    expect(plan.value.unused).toEqual([]);
    const mapped = plan.value.columns.map(({ field }) => field.path);
    expect(mapped).toEqual(expect.arrayContaining(fields));
  });
});

describe('a list in one cell', () => {
  test.each([
    ['docks', 'Tor 1, Tor 2', ['Tor 1', 'Tor 2']],
    ['docks', 'Tor 1, links;', ['Tor 1, links']],
    ['docks', 'Tor 1, links; Tor 2', ['Tor 1, links', 'Tor 2']],
    ['roles', 'Wareneingang, Prüferin', ['dock', 'inspector']],
    ['address', 'Gießereiweg 4, 45141 Essen', ['Gießereiweg 4, 45141 Essen']],
    ['serials', 'SN-1,SN-2', ['SN-1', 'SN-2']],
    ['parts', 'Pumpe, grün; Kupplung', ['Pumpe, grün', 'Kupplung']],
    [
      'characteristics',
      'Dicke 1,95..2,05 mm; Masse ..12.6 kg; Härte HRC 58..; Spalt -0.1…0.1',
      [
        { what: 'Dicke', unit: 'mm', least: 1.95, most: 2.05 },
        { what: 'Masse', unit: 'kg', most: 12.6 },
        { what: 'Härte HRC', unit: '', least: 58 },
        { what: 'Spalt', unit: '', least: -0.1, most: 0.1 },
      ],
    ],
  ])('%s: %s', (name, text, parts) => {
    const field = tableKinds
      .flatMap((kind) => tableOf(kind).fields)

      .find((one) => one.path === name);
    if (!field) throw new Error(name);
    const form = { decimal: null, date: null, codes: new Map<string, string>() };
    const table = { kind: 'sites', fields: [{ ...field, path: 'list' }], idFrom: [] } as const;
    const [[written = ''] = []] = rowsOfRecord(table, { id: '', body: { list: parts } });
    const again = { kind: 'text', text: written, address: 'A2' } as const;
    if (name !== 'roles') expect(readCell(field, again, form)).toEqual({ ok: true, value: parts });
    expect(readCell(field, { kind: 'text', text, address: 'A2' }, form)).toEqual({
      ok: true,
      value: parts,
    });
  });
});

test.each(['Dicke', 'Dicke 2 mm', '1..2 mm', 'Dicke .. mm', 'Dicke 1..2..3'])(
  'a characteristic without limits is no characteristic: %s',
  (text) => {
    const field = tableOf('articles').fields.find(({ path }) => path === 'characteristics');
    if (!field) throw new Error('no field');
    const form = { decimal: null, date: null, codes: new Map<string, string>() };
    expect(readCell(field, { kind: 'text', text, address: 'A2' }, form)).toMatchObject({
      refusal: { code: 'noLimits' },
    });
  },
);

describe('what a file is of', () => {
  const kindOfHeadings = async (headings: string) => {
    const look = await lookAt(await aFile('some.csv', `${headings}\n${headings}\n`));
    if (!look.ok) throw new Error('no table');
    return certainKind(look.value);
  };

  test.each(tableKinds)('%s: by the headings of its template', async (kind) => {
    const table = tableOf(kind);
    const found = await kindOfHeadings(headingsOf(table).join(';'));
    expect(found).toMatchObject({ ok: true, value: kind });
  });

  test.each([
    ['sites', 'Nummer;Standort;Ort;Land;Zeitzone;Tore'],
    ['people', 'Nummer;Name;Ausweisnummer;Rollen;Standorte'],
    ['articles', 'Artikelnummer;Bezeichnung;Einheit;Notiz'],
    ['returns', 'Retourennummer;Kundennummer;Auftragsposition;Grund;Menge'],
  ])('%s: %s', async (kind, headings) => {
    expect(await kindOfHeadings(headings)).toMatchObject({ ok: true, value: kind });
  });

  test.each(['Nummer;Name;Farbe;Form;Laune', 'Nummer;Land'])('nobody guesses: %s', async (said) => {
    expect(await kindOfHeadings(said)).toMatchObject({ ok: false });
  });
});
