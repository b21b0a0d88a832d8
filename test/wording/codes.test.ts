import { expect, test } from 'vitest';
import { catalogues, isWordingId } from '../../renderer/wording/catalogues.ts';
import { createWording } from '../../renderer/wording/createWording.ts';
import { why } from '../../renderer/wording/en/why.ts';
import { sayRefusal } from '../../renderer/wording/sayRefusal.ts';
import { commands } from '../../shared/barcodes/barcodeOwn.ts';
import {
  EnrolRefusal,
  JoinRefusal,
  PhotoKeepRefusal,
  SealRefusal,
  SignInRefusal,
} from '../../shared/desktop/desktopApi.ts';
import { ExportRefusal, ImportRefusal, RescueFileRefusal } from '../../shared/desktop/rescueApi.ts';
import {
  Cause,
  ClaimReason,
  DefectCode,
  Disposition,
  defectGroups,
  Liability,
  MisuseIndicator,
  negativeOutcomes,
  PhotoHint,
  RefundMethod,
  ResolutionKind,
  Role,
  Severity,
  ShotType,
} from '../../shared/facts/codes.ts';
import { RefundState } from '../../shared/facts/documents.ts';
import { Fact } from '../../shared/facts/fact.ts';
import { clauseIds } from '../../shared/facts/policyText.ts';
import { Refusal } from '../../shared/facts/refusal.ts';
import { questionIds } from '../../shared/policy/decision.ts';
import { questionAnswers } from '../../shared/policy/reading/questionAnswers.ts';
import { whyCodes } from '../../shared/policy/whyCodes.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });

const families: readonly (readonly [family: string, codes: readonly string[]])[] = [
  ['claim', ClaimReason.options],
  ['severity', Severity.options],
  ['cause', Cause.options],
  ['indicator', MisuseIndicator.options],
  ['defectGroup', defectGroups],
  ['defect', DefectCode.options],
  ['shot', ShotType.options],
  ['hint', PhotoHint.options],
  ['liability', Liability.options],
  ['resolution', ResolutionKind.options],
  ['disposition', Disposition.options],
  ['negative', Object.keys(negativeOutcomes)],
  ['role', Role.options],
  ['method', RefundMethod.options],
  ['refundState', RefundState.options],
  ['fact', Fact.options.map((option) => option.shape.kind.value)],
  ['command', commands],
  ['clause', clauseIds],
  ['question', questionIds],
  ['why', Object.keys(whyCodes)],
  ['clientEvidence', ['photos', 'description', 'inspectionReport']],
  ...questionIds.map((question) => [`answer.${question}`, questionAnswers[question]] as const),
];

test.each(families)('every code of %s has its word', (family, codes) => {
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !isWordingId(`${family}.${code}`))).toEqual([]);
});

test('a reason takes no more from the policy than its code promises', () => {
  const asked = Object.entries(why).flatMap(([id, message]) => {
    const code = Object.keys(whyCodes).find((known) => id === `why.${known}`);
    const promised: readonly string[] = code ? whyCodes[code as keyof typeof whyCodes] : [];
    const named = [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '');
    return code
      ? named.filter((name) => !promised.includes(name)).map((name) => `${id} ${name}`)
      : [];
  });
  expect(asked).toEqual([]);
});

const refusalCodes = [
  Refusal,
  SealRefusal,
  SignInRefusal,
  JoinRefusal,
  EnrolRefusal,
  JoinRefusal,
  PhotoKeepRefusal,
  ExportRefusal,
  RescueFileRefusal,
  ImportRefusal,
].flatMap((union) => union.options.map((option) => option.shape.code.value));

test('every refusal says what happened and what to do', () => {
  expect(refusalCodes.length).toBeGreaterThan(40);
  const speechless = refusalCodes.filter(
    (code) => !isWordingId(`refusal.${code}`) || !isWordingId(`refusal.${code}.do`),
  );
  expect(speechless).toEqual([]);
});

test('codes inside a refusal are said in words', () => {
  const missing = sayRefusal(wording, {
    code: 'evidenceMissing',
    shots: ['label', 'serialPlate'],
  } as Refusal);
  expect(missing.what).toBe(
    'Photos are missing: Label and Serial plate. What is recorded is safe.',
  );
  const role = sayRefusal(wording, { code: 'notYourRole', needs: ['supervisor'] } as Refusal);
  expect(role.what).toContain('Supervisor');
});

test('a wrong PIN inside a refused decision is said as the wrong PIN it is', () => {
  const words = sayRefusal(wording, {
    code: 'pin',
    refusal: { code: 'wrongPin', triesLeft: 1 },
  } as SealRefusal);
  expect(words.what).toBe('That PIN is not right. 1 try left.');
});

test('a refusal nobody wrote a sentence for still says what is safe, and when it was', () => {
  const words = sayRefusal(wording, { code: 'neverHeardOf' }, '2026-11-23T19:02:00.000Z');
  expect(words.what).toContain('What was saved before is safe');
  expect(words.toDo).toContain('14:02');
});

test.each(Object.entries(catalogues))(
  'no sentence of %s says how many days the policy gives: an edition may give others',
  (_, catalogue) => {
    const counted =
      /\b(3|7|three|seven|drei|sieben|tres|siete)( \w+)? (working days|days|Arbeitstag|Tage|d[ií]as)|[37三七]\s?(个工作日|天)/i;
    const said = Object.entries(catalogue).filter(([, sentence]) => counted.test(sentence));
    expect(said).toEqual([]);
  },
);
