import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../../renderer/printing/drawSymbol.ts';
import { sheetKinds, sheetOf } from '../../../../renderer/screens/printing/sheets.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { languageKeys } from '../../../../renderer/wording/languages.ts';
import { commands } from '../../../../shared/barcodes/barcodeOwn.ts';
import { readScan } from '../../../../shared/barcodes/scan.ts';
import { PrintedCards } from '../../../../shared/desktop/printedDocument.ts';

describe.each(languageKeys)('sheets in %s', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });

  test.each(sheetKinds)('%s fits what may be handed over, and every code can be drawn', (kind) => {
    const sheet = sheetOf(kind, wording, 'Newark');
    expect(PrintedCards.safeParse(sheet).error).toBeUndefined();
    expect(JSON.stringify(sheet)).not.toMatch(/cards\.[a-z]|undefined/);
    for (const { symbol, code } of sheet.cards)
      expect(outlineOf(symbol, code).path, code).toMatch(/^M/);
  });

  test('there is a card for every command, and what is on it is read as that command', () => {
    const read = sheetOf('commands', wording, 'Newark').cards.map(({ code }) => {
      const { reading } = readScan(code, 2026);
      return reading.ok && reading.value.kind === 'command' ? reading.value.command : code;
    });
    expect(read).toEqual(commands);
  });
});

test('the scanner sheet has separators, small letters and a check digit in it, and each is read', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  const kinds = sheetOf('scanner', wording, 'Newark').cards.map(({ code }) => {
    const { reading } = readScan(code, 2026);
    return reading.ok ? reading.value.kind : reading.refusal.code;
  });
  expect(kinds.slice(0, 4)).toEqual(['gs1', 'gs1', 'sscc', 'gtin']);
});
