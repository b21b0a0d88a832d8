/** The words of an edition on central's page: written over the shipped ones, and held against another's. */
import { afterEach, expect, test, vi } from 'vitest';
import { bodyOf, emptyGroup } from '../../../renderer/office/form/draft.ts';
import { fieldsOf } from '../../../renderer/office/form/shape.ts';
import { ComparedWords } from '../../../renderer/office/policy/ComparedWords.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { clauseIds } from '../../../shared/facts/policyText.ts';
import { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import { shippedWords } from '../../../shared/policy/policyWords.ts';
import { aPolicyText } from '../../builders/cases/aPolicyText.ts';
import { mount, must, press } from '../components/mount.tsx';
import { button } from './askedCentral.ts';

afterEach(() => vi.unstubAllGlobals());
const text = aPolicyText();

function shown(body: Pick<PolicyBody, 'text'>, base: Pick<PolicyBody, 'text'> | null) {
  return mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <ComparedWords body={body} base={base} />
    </OfficeSpeaking>,
  );
}

test('a text of its own begins as the shipped one, whole, and none is said until it is asked for', () => {
  const field = must(fieldsOf('policies').find(({ name }) => name === 'text'));
  const fields = fieldsOf('policies');
  expect(emptyGroup(fields, 'office')['text']).toBe(null);
  if (field.shape.kind !== 'group') throw new Error('no group');
  const draft = emptyGroup(field.shape.fields, 'office');
  const said = { ...draft, language: 'en' };
  const read = PolicyBody.parse({
    effectiveFrom: '2027-01-01',
    text: bodyOf(field.shape.fields, said, 'office'),
  });
  for (const clause of clauseIds)
    expect(read.text?.clauses[clause]).toBe(shippedWords(clause).sentences.join('\n'));
});

test('only the clauses that read otherwise stand beside each other, the words marked', () => {
  const clauses = { ...text.clauses, 'III-INSPECT': 'Wir prüfen in zehn Werktagen nach Eingang.' };
  const { page } = shown({ text: { ...text, clauses } }, { text });
  expect([...page.querySelectorAll('h3')].map((head) => head.textContent)).toEqual([
    'III-INSPECT Inspection in time',
  ]);
  expect(page.querySelector('del')?.textContent).toBe('sieben ');
  expect(page.querySelector('ins')?.textContent).toBe('zehn ');
  expect(page.querySelector('blockquote')?.lang).toBe('de');
  press(button('Show them too'));
  expect(page.querySelectorAll('h3').length).toBe(clauseIds.length);
});

test('an edition that stands alone shows every clause, in whose words it is', () => {
  const { page, text: all } = shown({}, null);
  expect(page.querySelectorAll('h3').length).toBe(clauseIds.length);
  expect(all()).toContain('The clauses are those Quayside ships.');
  const own = shown({ text }, null);
  expect(own.text()).toContain('own words (German)');
});

test('words of its own are held against the shipped ones', () => {
  const { page } = shown({ text }, {});
  expect(page.querySelectorAll('h3').length).toBe(clauseIds.length);
  expect([...page.querySelectorAll('blockquote')].slice(0, 2).map(({ lang }) => lang)).toEqual([
    'en',
    'de',
  ]);
});
