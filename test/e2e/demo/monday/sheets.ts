/**
 * The spreadsheets of a made-up company, as they come out of its own system: German headings, semicolons,
 * decimal commas, windows-1252. Nothing in them knows of ours but what central's documents say.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OfficeKind } from '../../../../shared/office/kinds.ts';

export type Sheet = { readonly kind: OfficeKind; readonly file: string };

const text: Readonly<Record<string, { readonly kind: OfficeKind; readonly rows: string }>> = {
  'werke.csv': {
    kind: 'sites',
    rows: `Nummer;Standort;Ort;Land;Zeitzone;Tore;RMA-Muster;RMA-Präfixe
W01;Werk Lübbecke;Lübbecke;DE;Europe/Berlin;Tor 1, Tor 2;"'ML'-YY-#####";RET:`,
  },
  'kalender.csv': {
    kind: 'calendars',
    rows: `Nummer;Werk;Land;Bundesland;von Jahr;bis Jahr
W01;W01;DE;NW;2026;2027`,
  },
  'personal.csv': {
    kind: 'people',
    rows: `Nummer;Name;Ausweisnummer;Rollen;Standorte
P-101;Jörg Überschär;JOERG101;Wareneingang;W01
P-102;Sabine Grünwald;SABIN102;Prüferin;W01
P-103;Ömer Yıldız;OEMER103;Schichtleiter;W01`,
  },
  'kunden.csv': {
    kind: 'clients',
    rows: `Kundennummer;Firma;Land;Zeitzone;Sprache;Kundenbetreuer;Betreuer E-Mail;Anschrift
K-20017;"Förster & Söhne Anlagenbau; Inh. M. Förster";DE;Europe/Berlin;de;Petra Lüdtke;luedtke@moeller.example;Gießereiweg 4, 45141 Essen`,
  },
  'vertraege.csv': {
    kind: 'contracts',
    rows: `Vertragsnummer;Kundennummer;gültig ab;Rückgabefrist Tage;Rückgabefrist Art;Rügefrist;Rügefrist Art;Erstattungsart;Währung
V-20017-1;K-20017;01.01.2025;30;Werktage;14;Kalendertage;Überweisung;EUR`,
  },
  'artikel.csv': {
    kind: 'articles',
    rows: `Artikelnummer;Bezeichnung;Warengruppe;Einheit;Gewicht g
GLS-25/4;Gleitlagerschale 25 × 4;Lager;Stück;38
WEL-0815;Welle Ø 40, gehärtet;Wellen;Stück;5200`,
  },
  'fehlerkatalog.csv': {
    kind: 'catalogue',
    rows: `Fehlercode;Bezeichnung;steht für;Warengruppe
F-217;Rundlauf außerhalb der Toleranz;workmanship.dimension;Wellen
F-311;Lagerschale eingelaufen;function.noise;Lager`,
  },
  'auftragspositionen.csv': {
    kind: 'order-lines',
    rows: `Auftragsnummer;Position;Kundennummer;Artikelnummer;Bestellmenge;Liefermenge;Preis;Preiseinheit;Währung;Netto;MwSt;Lieferschein;Lieferdatum;Spediteur;Frachtführer gewählt von
4500012345;10;K-20017;GLS-25/4;1.000;1.000;12,3456;100;EUR;123,46;23,46;LS-88123;{delivered};Hellmann;Verkäufer
4500012345;20;K-20017;WEL-0815;4;4;418,50;1;EUR;1.674,00;318,06;LS-88123;{delivered};Hellmann;Verkäufer`,
  },
  'ruecksendungen.csv': {
    kind: 'returns',
    rows: `Retourennummer;Standort;Kundennummer;Vertragsnummer;Antragsdatum;Beschreibung;Bescheid vom;Prüfung;Auftragsposition;Grund;Menge;genehmigte Menge;Wunsch;Sendungsnummer
{rma};W01;K-20017;V-20017-1;{applied};Welle läuft unrund, Lager wird heiß;{reviewed};genehmigt;4500012345/20;defekt;2;2;Erstattung;{tracking}`,
  },
};

/** Writes them, with days seen from today; in an order in which each names only what is there. */
export function writeSheets(
  folder: string,
  words: Readonly<Record<'rma' | 'tracking', string>>,
  today: Date,
): readonly Sheet[] {
  const daysAgo = (days: number) => {
    const [year, month, day] = new Date(today.getTime() - days * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split('-');
    return `${day}.${month}.${year}`;
  };
  const said: Readonly<Record<string, string>> = {
    ...words,
    delivered: daysAgo(12),
    applied: daysAgo(6),
    reviewed: daysAgo(5),
  };
  mkdirSync(folder, { recursive: true });
  return Object.entries(text).map(([name, { kind, rows }]) => {
    const file = path.join(folder, name);
    const filled = rows.replaceAll(/\{(\w+)\}/g, (_, word: string) => said[word] ?? '');
    // "ı" is not in windows-1252: that one company writes it without.
    writeFileSync(
      file,
      Buffer.from(filled.replaceAll('ı', 'i').replaceAll('\n', '\r\n'), 'latin1'),
    );
    return { kind, file };
  });
}
