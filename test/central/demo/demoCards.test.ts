import bwip from 'bwip-js/node';
import { describe, expect, test } from 'vitest';
import { cardSheet, cardsFor } from '../../../central/demo/cards/cardSheet.ts';
import { code128 } from '../../../central/demo/cards/code128.ts';
import { demoCompany } from '../../../central/demo/demoCompany.ts';
import { readBarcode } from '../../../shared/barcodes/barcode.ts';

const company = demoCompany({ today: '2026-11-23', seed: 'northquay' });
const sections = cardsFor(company, 'ewr');
const read = (text: string) => {
  const barcode = readBarcode(text, 2026);
  if (!barcode.ok) throw new Error(`${text}: ${barcode.refusal.code}`);
  return barcode.value;
};

describe('the printed cards and labels', () => {
  test('say what the scanner understands', () => {
    const kinds = sections.map(({ cards }) => [
      ...new Set(cards.map(({ text, gs1 }) => read(gs1 ? `]C1${text}` : text).kind)),
    ]);
    expect(kinds).toEqual([
      ['command'],
      ['badge'],
      ['sscc', 'tracking', 'rma'],
      ['gs1'],
      ['findingCard'],
    ]);
  });

  test('name a badge of every role at the site, and no badge of another site', () => {
    const badges = sections[1]?.cards.map(({ text }) => text) ?? [];
    const here = company.people.filter(({ person }) => person.siteIds.some((id) => id === 'ewr'));
    expect(badges).toEqual(here.map(({ person }) => `QS-B-${person.badge}`));
    expect(new Set(here.flatMap(({ person }) => person.roles)).size).toBe(3);
  });

  test('show GS1’s own symbol where a label is GS1’s', () => {
    const [sscc = ''] = company.documents.flatMap((d) =>
      d.collection === 'cases' ? d.body.ssccs : [],
    );
    expect(code128(`00${sscc}`, { gs1: true })).toBe(gs1Bars(`(00)${sscc}`));
  });

  test('are one page without anything from elsewhere', () => {
    const page = cardSheet(sections);
    expect(page.match(/<svg /g)).toHaveLength(sections.flatMap(({ cards }) => cards).length);
    expect(page).not.toMatch(/https?:|<script|url\(/);
  });
});

function gs1Bars(text: string): string {
  const [drawn] = bwip.raw('gs1-128', text, '');
  if (!drawn || !('sbs' in drawn)) throw new Error('not a row of bars');
  return drawn.sbs.map((width, i) => (i % 2 === 0 ? '1' : '0').repeat(width)).join('');
}
