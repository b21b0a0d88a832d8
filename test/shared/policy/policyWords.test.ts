import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clauseIds } from '../../../shared/policy/decision.ts';
import { governingTextSha256, policyWords } from '../../../shared/policy/policyWords.ts';

const bytes = readFileSync(new URL('../../../assets/policy/return-policy.txt', import.meta.url));
const text = bytes.toString('utf8');
const said = (clause: (typeof clauseIds)[number]) => policyWords(clause, governingTextSha256);

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
  expect(policyWords('II-QUALITY', 'a'.repeat(64))).toEqual([]);
});
