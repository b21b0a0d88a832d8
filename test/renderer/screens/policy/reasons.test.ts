import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { sayAnswer, sayWhy } from '../../../../renderer/screens/policy/sayWhy.ts';
import {
  catalogues,
  isWordingId,
  type WordingId,
} from '../../../../renderer/wording/catalogues.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import type { Language } from '../../../../renderer/wording/languages.ts';
import { questionIds } from '../../../../shared/policy/decision.ts';
import { questionAnswers } from '../../../../shared/policy/reading/questionAnswers.ts';
import { type WhyCode, why, whyCodes } from '../../../../shared/policy/whyCodes.ts';

const languages = ['en', 'de', 'es', 'zh'] as const satisfies readonly Language[];
const codes = Object.keys(whyCodes) as WhyCode[];

test.each(languages)(
  'in %s every reason is a sentence made of what its code promises',
  (language) => {
    const wrong = codes.flatMap((code) => {
      const message = catalogues[language][`why.${code}` as WordingId];
      if (message === undefined) return [`${code}: no sentence`];
      const promised: readonly string[] = whyCodes[code];
      return namesIn(message)
        .filter((name) => !promised.includes(name))
        .map((name) => `${code}: {${name}}`);
    });
    expect(wrong).toEqual([]);
  },
);

test.each(languages)('in %s every answer a supervisor may give has its words', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });
  for (const question of questionIds)
    for (const answer of questionAnswers[question]) {
      expect(isWordingId(`answer.${question}.${answer}`)).toBe(true);
      expect(sayAnswer(wording, question, answer)).not.toBe(answer);
    }
});

test.each(languages)('in %s no reason shows a code or a placeholder to anybody', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });
  const bare = codes.flatMap((code) => {
    const said = sayWhy(wording, { code, data: likelyData(code) });
    return /[{}]|\b[a-z]+[A-Z]\w+|undefined|NaN/.test(said) ? [`${code}: ${said}`] : [];
  });
  expect(bare).toEqual([]);
});

test('nothing is ever said to be accepted or rejected: a claim is upheld or not', () => {
  const said = Object.entries(catalogues.en).filter(
    ([id, message]) =>
      /^(why|answer|policy|standing|upheld|intact|desk|bench|dock)\./.test(id) &&
      /\b(accept|reject)/i.test(message) &&
      !/central/i.test(message),
  );
  expect(said).toEqual([]);
});

test('codes inside a reason are said in words, and several are listed', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  expect(
    sayWhy(wording, why('refund.notIntact', { beyond: 'transport.crushed workmanship.surface' })),
  ).toBe('Damage beyond what is ours or the carrier’s: Crushed and Surface.');
  expect(
    sayWhy(
      wording,
      why('evidence.required', { shot: 'label', reason: 'wrongGoods', severity: '' }),
    ),
  ).toBe('needed when the claim is “Wrong goods”');
  expect(sayWhy(wording, why('evidence.samePicture', { shot: 'label' }))).toBe(
    'the photo given for it is the same picture as another of this case: take one of its own',
  );
  expect(sayWhy(wording, why('refund.due', { amount: 571200, currency: 'USD' }))).toBe(
    'USD\u00a05,712.00 may be refunded.',
  );
  expect(
    sayWhy(wording, why('quality.personSaysOther', { quantity: 1, answer: 'clientCarrier' })),
  ).toBe('1 unit with an unclear cause. A supervisor found responsible: The client’s carrier.');
});

test('what is not on file is said to be not named, never left out', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  expect(sayWhy(wording, why('apply.clientReceiptUnknown', { orderNumber: '' }))).toContain(
    'not named',
  );
});

test('each paper that may be missing has its words', () => {
  const papers = ['contract', 'contract.returnPeriod', 'contract.objectionPeriod', 'calendar'];
  expect(papers.filter((field) => !isWordingId(`paper.${field}`))).toEqual([]);
});

test.each(languages)('in %s a carrier nobody named has a sentence without a name', (language) => {
  const wording = createWording({ language, zone: 'America/New_York' });
  const ofCarriers = codes.filter((code) => whyCodes[code].some((key) => key === 'carrier'));
  expect(ofCarriers.length).toBeGreaterThan(8);
  const said = ofCarriers.map((code) =>
    sayWhy(wording, { code, data: { ...likelyData(code), carrier: '' } }),
  );
  const odd = new RegExp(`none|  | [,.;]|${wording.t('data.notNamed')}`);
  expect(said.filter((sentence) => odd.test(sentence))).toEqual([]);
});

test('damage that a supervisor lays to a carrier of ours is said to be his word', () => {
  const wording = createWording({ language: 'en', zone: 'America/New_York' });
  expect(sayWhy(wording, why('transport.noObjection', { carrier: '' }))).toBe(
    'Damaged by our carrier, as a supervisor found, but the client made no objection.',
  );
});

const likely: Readonly<Record<string, string | number | boolean>> = {
  cause: 'mixed',
  from: 'unknown',
  shot: 'label',
  reason: 'defective',
  severity: '',
  question: 'blindReturn',
  clause: 'II-ORDER',
  method: 'letterOfCredit',
  outcome: 'notUpheld',
  field: 'contract.returnPeriod',
  what: 'inspectionReport',
  beyond: 'transport.wet',
  currency: 'USD',
  carrier: 'Meridian Freight',
  manager: 'A. Lindqvist',
  orderNumber: 'SO-412444',
  article: 'KA-M12A5-10-PUR',
  ordered: 'KA-1',
  found: 'KA-2',
  ofCase: true,
};

function likelyData(code: WhyCode) {
  const promised: readonly string[] = whyCodes[code];
  return Object.fromEntries(
    promised.map((key) => {
      if (key === 'answer')
        return [key, code === 'turn.answered' ? 'acceptAsReturn' : 'sharedHalf'];
      if (/On$|^on$/.test(key)) return [key, '2026-11-18'];
      return [key, likely[key] ?? 2];
    }),
  );
}

/** Every placeholder of a message, in all its forms. */
function namesIn(message: string): readonly string[] {
  const names: string[] = [];
  const walk = (tokens: ReturnType<typeof compileMessageOrThrow>) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, , choices] = token;
      names.push(name);
      if (choices !== null && typeof choices === 'object')
        for (const form of Object.values(choices)) if (Array.isArray(form)) walk(form);
    }
  };
  walk(compileMessageOrThrow(message));
  return names.filter((name) => name !== '#');
}
