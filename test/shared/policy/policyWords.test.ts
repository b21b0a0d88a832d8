import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clauseIds, PolicyText } from '../../../shared/facts/policyText.ts';
import { textSha256 } from '../../../shared/office/admit/textSha256.ts';
import {
  governingTextSha256,
  policyWords,
  shippedWords,
} from '../../../shared/policy/policyWords.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { aPolicyText } from '../../builders/cases/aPolicyText.ts';

const bytes = readFileSync(new URL('../../../assets/policy/return-policy.txt', import.meta.url));
const text = bytes.toString('utf8');
const said = (clause: (typeof clauseIds)[number]) => shippedWords(clause).sentences;

test('the governing text is the one whose words are shown, byte for byte', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(governingTextSha256);
});

test.each(clauseIds)('%s is quoted word for word from the governing text', (clause) => {
  expect(said(clause).length).toBeGreaterThan(0);
  for (const excerpt of said(clause)) expect(text).toContain(excerpt);
});

test('every excerpt ends where the text ends a sentence, and none stands under two clauses', () => {
  const all = clauseIds.flatMap(said);
  expect(all.filter((excerpt) => !excerpt.endsWith('.'))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

test('every rule of chapters II to V stands under some clause, but for promises nothing is decided by', () => {
  const quoted = clauseIds.flatMap(said);
  const rules = text
    .slice(text.indexOf('II. Return Conditions'), text.lastIndexOf('client needs.') + 13)
    .split('\n')
    .filter((line) => !/^[IV]+\. /.test(line))
    .flatMap((line) => line.match(/.*?[a-z-]\.(?= |$)/g) ?? []);
  expect(rules.length).toBeGreaterThan(12);
  const unquoted = rules
    .map((rule) => rule.trim())
    .filter((rule) => !quoted.some((excerpt) => excerpt.includes(rule) || rule.includes(excerpt)));
  expect(unquoted).toEqual([
    'Return Shipping: Clients must return the goods to the specified address according to our requirements.',
    'Before production, we will fully communicate and confirm with clients to ensure the accuracy of customized requirements.',
  ]);
});

test('an edition with another text is not given these words', () => {
  expect(policyWords('II-QUALITY', aPolicy()).sentences).toEqual([]);
  expect(policyWords('II-QUALITY', null).sentences).toEqual([]);
});

test('an edition with words of its own is quoted by them, in their language, and by no others', () => {
  const own = aPolicyText();
  const edition = aPolicy({}, { text: own, textSha256: textSha256(own) });
  expect(policyWords('II-QUALITY', edition)).toEqual({
    language: 'de',
    sentences: ['Mängel im Material nehmen wir zurück.', 'Ohne Bedingungen.'],
  });
  for (const clause of clauseIds)
    expect(policyWords(clause, edition).sentences).not.toEqual(said(clause));
});

test('one word more in one clause is another text', () => {
  const { language, clauses } = aPolicyText();
  const other = { language, clauses: { ...clauses, 'V-CSM': `${clauses['V-CSM']} Immer.` } };
  expect(textSha256(other)).not.toBe(textSha256(aPolicyText()));
  expect(textSha256({ clauses, language })).toBe(textSha256(aPolicyText()));
});

test.each([
  ['a clause is missing', { 'II-QUALITY': undefined }],
  ['a clause says nothing', { 'IV-PERIOD': ' \n ' }],
  ['a clause is none of the policy', { 'VI-MORE': 'More' }],
  ['a clause has more paragraphs than a page shows', { 'V-CSM': 'a\n'.repeat(41) }],
])('a text is whole, or none: %s', (_, odd) => {
  const { language, clauses } = aPolicyText();
  expect(PolicyText.safeParse({ language, clauses }).success).toBe(true);
  expect(PolicyText.safeParse({ language, clauses: { ...clauses, ...odd } }).success).toBe(false);
});
