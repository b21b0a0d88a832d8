import { describe, expect, test } from 'vitest';
import { ClauseList } from '../../../renderer/components/returns/ClauseList.tsx';
import { OverrideAmount } from '../../../renderer/screens/desk/deciding/OverrideAmount.tsx';
import { policyWords, shippedWords } from '../../../shared/policy/policyWords.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { mount } from './mount.tsx';

const line = {
  clause: 'II-ORDER',
  fired: true,
  name: 'Fehler in der Bestellung',
  why: 'Bestellt war A, gekommen ist B.',
  facts: 1,
};

test('beside our reading of a clause stand the policy’s own words, in the language they are in', () => {
  const words = shippedWords('II-ORDER');
  const { page, text } = mount(<ClauseList clauses={[{ ...line, words }]} />, 'de');
  expect(text()).toContain(line.why);
  const quote = page.querySelector('blockquote');
  expect(quote?.textContent).toBe(words.sentences.join(''));
  expect(quote?.lang).toBe('en');
});

test('an edition whose words are not here is given none', () => {
  const { page } = mount(
    <ClauseList
      clauses={[
        { ...line, words: policyWords('II-ORDER', aPolicy({}, { textSha256: 'b'.repeat(64) })) },
      ]}
    />,
  );
  expect(page.querySelector('blockquote')).toBeNull();
});

describe('A typed sum', () => {
  const typed = (text: string, currency: string, language: 'en' | 'de') =>
    mount(
      <OverrideAmount currency={currency} typed={text} onType={() => {}} refusal={null} />,
      language,
    )
      .text()
      .replaceAll('\u00a0', ' ');

  test('is read back under the field before anybody signs', () => {
    expect(typed('1250', 'JPY', 'en')).toContain('Read as JPY 1,250');
    expect(typed('12.50', 'KWD', 'en')).toContain('Read as KWD 12.500');
    expect(typed('1250,5', 'HUF', 'de')).toContain('Gelesen als HUF 1.250,50');
  });
});
