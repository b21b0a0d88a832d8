import { describe, expect, test } from 'vitest';
import { picturesIn } from '../../../../renderer/screens/report/document/photosTold.ts';
import { reportOf } from '../../../../renderer/screens/report/document/reportOf.ts';
import { sayUntil } from '../../../../renderer/screens/report/document/telling.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { languageKeys } from '../../../../renderer/wording/languages.ts';
import { recordsHashOf } from '../../../../shared/cases/decisions/recordsHash.ts';
import { PrintedDocument } from '../../../../shared/desktop/printedDocument.ts';
import type { ReportVersion } from '../../../../shared/facts/codes.ts';
import { shippedWords } from '../../../../shared/policy/policyWords.ts';
import { aPolicyText } from '../../../builders/cases/aPolicyText.ts';
import { anAsk, aReportedCase, ourWords } from './aReportedCase.ts';

const wordingIn = (language: (typeof languageKeys)[number]) =>
  createWording({ language, zone: 'America/New_York' });

function told(language: (typeof languageKeys)[number], version: ReportVersion, photos = 6): string {
  const view = aReportedCase({ photos });
  return JSON.stringify(reportOf(view, wordingIn(language), anAsk(view, { version })));
}

/** Of what should be read in it, what is not. */
function missingIn(text: string, all: readonly string[]): readonly string[] {
  return all.filter((said) => !text.includes(JSON.stringify(said).slice(1, -1)));
}

describe.each(languageKeys)('a report in %s', (language) => {
  const { t, formatNumber, formatMoney } = wordingIn(language);

  test.each(['client', 'internal'] as const)('%s: says what the records say', (version) => {
    const view = aReportedCase();
    const { file } = view;
    const text = told(language, version);
    const all = [
      'RMA-26-0004711',
      'Harbour Tools Ltd',
      'SO-1001\u00a0/\u00a01',
      '1Z999',
      'SL-8841',
      'AB-123',
      '09521101530001',
      'SN-70411–SN-70422',
      formatNumber(12.75),
      formatNumber(0.081),
      t('measured.most', { most: formatNumber(0.05) }),
      formatMoney({ minor: 100_000, currency: 'USD' }),
      t('standing.upheld'),
      t('cause.misuse'),
      t('indicator.impactMark'),
      t('parts.missing', { part: 'Foot bracket' }),
      t('defect.function.leak'),
      t('observation.noDefect'),
      t('clause.II-QUALITY'),
      ...shippedWords('II-QUALITY').sentences,
      t('deadline.proof.calendar', { version: 1, zone: 'America/New_York' }),
      recordsHashOf(file),
      ...file.photos.map(({ sha256 }) => sha256),
    ];
    expect(missingIn(text, all)).toEqual([]);
  });

  test('says nothing in a form of its own: every sentence has its values', () => {
    for (const version of ['client', 'internal'] as const)
      expect(
        told(language, version).match(/.{9}(report\.[a-z]|undefined|NaN|\{(?!"|page)).{9}/g),
      ).toBeNull();
  });

  test('its foot, which is drawn without our fonts, is written in signs every machine has', () => {
    const view = aReportedCase({ clientName: '上海精密轴承有限公司' });
    const { foot } = reportOf(view, wordingIn(language), anAsk(view));
    expect(`${foot.start} ${foot.page}`).toMatch(/^[ -~\u00a0-\u024f]+$/);
    expect(foot.start).toBe('RMA-26-0004711 · 2-K7QM');
  });

  test('for the client it names nobody and repeats nothing that is among ourselves', () => {
    const text = told(language, 'client');
    const ours = [...ourWords.people, ...ourWords.notes, ourWords.station];
    const among = [...ours, 'V-CSM', 'V-IMPROVE', t('disposition.scrap')];
    expect(missingIn(text, among)).toEqual(among);
    expect(missingIn(text, [t('report.about.leftOut'), t('report.people.apart')])).toEqual([]);
  });

  test('among ourselves it names who had the goods in their hands, and who decided', () => {
    const text = told(language, 'internal');
    const all = [...ourWords.people.slice(0, 3), ourWords.people[4], ...ourWords.notes];
    expect(missingIn(text, all)).toEqual([]);
  });
});

test('a report with forty photos and the longest names fits what may be handed over', () => {
  const view = aReportedCase({
    photos: 40,
    clientName: 'Donaudampfschifffahrtsgesellschaft '.repeat(6).slice(0, 200),
    articleName: 'Kreiselpumpe '.repeat(20).slice(0, 200),
  });
  const pictures = picturesIn(view);
  const ask = anAsk(view, { pictureOf: (sha256) => pictures.indexOf(sha256) });
  for (const language of languageKeys)
    for (const version of ['client', 'internal'] as const) {
      const report = reportOf(view, wordingIn(language), { ...ask, version });
      expect(PrintedDocument.safeParse(report).error).toBeUndefined();
      const photos = report.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'photos' ? block.photos : [])),
      );
      const drawn = new Set(photos.map(({ picture }) => picture));
      expect(drawn).toEqual(new Set(pictures.keys()));
    }
});

test('what is drawn over a photo is printed over it; words written there stay among ourselves', () => {
  const view = aReportedCase();
  const kindsDrawn = (version: ReportVersion) =>
    reportOf(view, wordingIn('en'), anAsk(view, { version })).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'photos'
          ? block.photos.flatMap(({ marks }) => marks?.shapes.map(({ kind }) => kind) ?? [])
          : [],
      ),
    );
  expect(kindsDrawn('internal')).toEqual(['arrow', 'text']);
  expect(kindsDrawn('client')).toEqual(['arrow']);
});

test('each finding stands with the portion it was found on, and in no other', () => {
  const view = aReportedCase();
  const found = reportOf(view, wordingIn('en'), anAsk(view)).sections.find(
    ({ title }) => title === 'What was found',
  );
  const heads = (found?.blocks ?? []).flatMap((block) =>
    block.kind === 'heading'
      ? [`${block.text}: ${block.aside}`]
      : block.kind === 'table' && block.columns[0]?.name === 'Finding'
        ? block.rows.map(([what]) => what?.split('\n')[0])
        : [],
  );
  expect(heads).toEqual([
    '8 of 12 × Centrifugal pump 40: Claim upheld',
    'Function: Leaks',
    '3 of 12 × Centrifugal pump 40: Claim not upheld',
    'No defect found',
    '1 of 12 × Centrifugal pump 40: Claim not upheld',
    'Transport: Crushed',
  ]);
});

test('what nobody has decided is called a proposal, and what central has not accepted is not called final', () => {
  const stateOf = (isDecided: boolean) => {
    const view = aReportedCase({ isDecided });
    return reportOf(view, wordingIn('en'), anAsk(view)).summary.state;
  };
  expect(stateOf(false)).toContain('No supervisor has decided yet');
  expect(stateOf(true)).not.toContain('accepted by central.');
});

test('what ended on the day it began names the day once', () => {
  const wording = wordingIn('en');
  const from = '2026-11-30T12:38:00.000Z';
  expect(sayUntil(wording, from, '2026-11-30T13:05:00.000Z')).toBe('08:05');
  expect(sayUntil(wording, from, '2026-12-01T13:05:00.000Z')).toMatch(/^Tue 1 Dec 2026, 08:05$/);
});

test('the words are those of the edition that decided, in their language', () => {
  const text = aPolicyText();
  const view = aReportedCase({ text });
  const report = reportOf(view, wordingIn('en'), anAsk(view, { version: 'client' }));
  const clauses = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'policy' ? block.clauses : []));
  expect(clauses.length).toBeGreaterThan(1);
  for (const { clause, language, words } of clauses) {
    expect(language).toBe('de');
    expect(Object.entries(text.clauses)).toContainEqual([clause, words.join('\n')]);
  }
  expect(PrintedDocument.safeParse(report).success).toBe(true);
});
