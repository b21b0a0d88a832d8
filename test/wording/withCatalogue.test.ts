import { expect, test } from 'vitest';
import { createWording } from '../../renderer/wording/createWording.ts';
import { withCatalogue } from '../../renderer/wording/withCatalogue.ts';
import { sayFinding } from '../../renderer/workflow/sayFinding.ts';
import { shippedEntry } from '../../shared/facts/catalogue.ts';
import { anEntry, entryId } from '../builders/cases/anEntry.ts';
import { aDefect, aFinding } from '../builders/cases/recordedFacts.ts';

const speaking = (language: 'en' | 'de' | 'es') => createWording({ language, zone: 'UTC' });

test('the company’s names are said in the language spoken, and ours where it has none', () => {
  const crack = { ...shippedEntry('material.crack'), names: { de: 'Anriss {neu}' } };
  const german = withCatalogue(speaking('de'), [crack, anEntry()]);
  expect(german.t('defect.material.crack')).toBe('Anriss {neu}');
  expect(german.t('defect.function.leak')).toBe('Undicht');
  expect(german.entryName('entry-d17')).toBe('Pore in der Naht');
  const spanish = withCatalogue(speaking('es'), [crack, anEntry()]);
  expect(spanish.t('defect.material.crack')).toBe(speaking('es').t('defect.material.crack'));
  expect(spanish.entryName('entry-d17')).toBe('Pore in the weld');
});

test('signs, reasons and dispositions are called as the company calls them, until it says so no more', () => {
  const renamed = anEntry({ id: entryId('entry-r'), of: 'surplus', names: { en: 'Overstock' } });
  expect(withCatalogue(speaking('en'), [renamed]).t('claim.surplus')).toBe('Overstock');
  const over = { ...renamed, withdrawn: { on: '2026-11-18', reason: 'Back to the usual' } };
  expect(withCatalogue(speaking('en'), [over]).t('claim.surplus')).toBe('Surplus');
});

test('a finding says what it was recorded as, also once that was withdrawn or is not known here', () => {
  const finding = aFinding({
    observation: aDefect({ code: 'workmanship.weld', entry: entryId('entry-d17') }),
  });
  const gone = anEntry({ withdrawn: { on: '2026-01-01', reason: 'Merged' } });
  expect(sayFinding(withCatalogue(speaking('en'), [gone]), finding)).toContain('Pore in the weld');
  expect(sayFinding(speaking('en'), finding)).toContain('× Weld');
});
