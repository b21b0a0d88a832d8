import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../../renderer/printing/drawSymbol.ts';
import { defectsToPrint } from '../../../../renderer/screens/printing/findingCardsTold.ts';
import { sheetKinds, sheetOf } from '../../../../renderer/screens/printing/sheets.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { languageKeys } from '../../../../renderer/wording/languages.ts';
import { withCatalogue } from '../../../../renderer/wording/withCatalogue.ts';
import { commands } from '../../../../shared/barcodes/barcodeOwn.ts';
import { readScan } from '../../../../shared/barcodes/scan.ts';
import { findingCards, readFindingCard } from '../../../../shared/cases/findingCards.ts';
import { PrintedCards } from '../../../../shared/desktop/printedDocument.ts';
import { type CatalogueEntry, shippedEntry } from '../../../../shared/facts/catalogue.ts';
import { LocalDate } from '../../../../shared/facts/time.ts';
import { CatalogueEntryId } from '../../../../shared/ids.ts';

const own: CatalogueEntry = {
  ...shippedEntry('function.leak'),
  id: CatalogueEntryId.parse('leak-at-seal'),
  code: 'M-17',
  names: { en: 'Leaks at the seal' },
  productGroups: ['pumps'],
};
const offered = defectsToPrint([own], LocalDate.parse('2026-11-30'));

describe.each(languageKeys)('sheets in %s', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });

  test.each(sheetKinds)('%s fits what may be handed over, and every code can be drawn', (kind) => {
    const sheet = sheetOf(kind, wording, 'Newark', offered);
    expect(PrintedCards.safeParse(sheet).error).toBeUndefined();
    expect(JSON.stringify(sheet)).not.toMatch(/cards\.[a-z]|undefined/);
    for (const { symbol, code } of sheet.cards)
      expect(outlineOf(symbol, code).path, code).toMatch(/^M/);
  });

  test.each(sheetKinds)('the foot of %s can be drawn by an engine without our fonts', (kind) => {
    const { foot } = sheetOf(kind, wording, 'Newark', offered);
    expect(`${foot.start} ${foot.page}`).toMatch(/^[\p{Script=Latin}\p{P}\p{Z}]+$/u);
  });

  test('a card says the word of the button that does the same', () => {
    const { t } = wording;
    const said = commands.map((one) => t(`command.${one}`));
    const pressed = commands.map((one) =>
      t(one === 'switch' ? 'bar.handOver' : `dock.command.${one}`),
    );
    expect(said).toEqual(pressed);
  });

  test('there is a card for every command, and what is on it is read as that command', () => {
    const read = sheetOf('commands', wording, 'Newark', offered).cards.map(({ code }) => {
      const { reading } = readScan(code, 2026);
      return reading.ok && reading.value.kind === 'command' ? reading.value.command : code;
    });
    expect(read).toEqual(commands);
  });
});

test('there is a card for everything a finding is said by, in words, a company’s own defect too', () => {
  const wording = withCatalogue(createWording({ language: 'en', zone: 'America/New_York' }), [own]);
  const { cards } = sheetOf('findings', wording, 'Newark', offered);
  const read = cards.map(({ code }) => {
    const { reading } = readScan(code, 2026);
    return reading.ok && reading.value.kind === 'findingCard'
      ? readFindingCard(reading.value.says)
      : code;
  });
  expect(read).toEqual(findingCards(offered));
  const wordOn = new Map(cards.map(({ code, word }) => [code, word]));
  expect(wordOn.get('QS-F-N-3')).toBe('3');
  expect(wordOn.get('QS-F-D-M-17')).toBe('Leaks at the seal');
  expect(wordOn.get('QS-F-D-FUNCTION.DEAD')).toBe('Does not work');
  expect(wordOn.get('QS-F-C-MISUSE')).toBe('Improper use');
  expect(wordOn.get('QS-F-RECORD')).toBe('Record finding');
});

test('the thinnest bar of a card is not thinner than a scanner reads', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  for (const { code, symbol } of sheetOf('findings', wording, 'Newark', offered).cards) {
    const { width, quiet } = outlineOf(symbol, code);
    // 0.19 mm, of a card's 82 mm.
    expect(82 / (width + 2 * quiet), code).toBeGreaterThanOrEqual(0.19);
  }
});

test('the scanner sheet has separators, small letters and a check digit in it, and each is read', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  const kinds = sheetOf('scanner', wording, 'Newark', offered).cards.map(({ code }) => {
    const { reading } = readScan(code, 2026);
    return reading.ok ? reading.value.kind : reading.refusal.code;
  });
  expect(kinds.slice(0, 4)).toEqual(['gs1', 'gs1', 'sscc', 'gtin']);
});
