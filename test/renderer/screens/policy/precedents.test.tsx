import { expect, test } from 'vitest';
import { Clause } from '../../../../renderer/screens/policy/Clause.tsx';
import { ConflictCards } from '../../../../renderer/screens/policy/ConflictCards.tsx';
import { precedentSums } from '../../../../renderer/screens/policy/precedentSums.ts';
import type { Precedent } from '../../../../shared/facts/documents.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { governingTextSha256, shippedWords } from '../../../../shared/policy/policyWords.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aPolicyText } from '../../../builders/cases/aPolicyText.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { aPerson } from '../../../builders/cases/decidedFacts.ts';
import { caseId, personId, precedentId } from '../../../builders/cases/ids.ts';
import { aFinding } from '../../../builders/cases/recordedFacts.ts';
import { mount, must, press } from '../../components/mount.tsx';

const shipped = aPolicy({}, { textSha256: governingTextSha256 });
const answered = (at: number, answer: string, by: string): Precedent => ({
  id: precedentId(`p-${at}`),
  question: 'lateRealDefect',
  answer,
  reason: `because ${at}`,
  caseId: caseId('case-9'),
  personId: personId(by),
  decidedAt: `2026-10-${String(28 - at).padStart(2, '0')}T15:00:00.000Z`,
});
const before = [
  answered(1, 'acceptLate', 'sara'),
  answered(2, 'refuseLate', 'ivan'),
  answered(3, 'acceptLate', 'ivan'),
  answered(4, 'acceptLate', 'sara'),
];

test('answers given before are summed: the commonest first, by whom how often, the last in full', () => {
  expect(
    precedentSums(before).map(({ answer, count, last, by }) => [
      answer,
      count,
      last.id,
      by.map((one) => `${one.personId} ${one.count}`),
    ]),
  ).toEqual([
    ['acceptLate', 3, 'p-1', ['sara 2', 'ivan 1']],
    ['refuseLate', 1, 'p-2', ['ivan 1']],
  ]);
  expect(precedentSums([])).toEqual([]);
});

test('a question says how often it was answered how, and by whom', () => {
  const late = aSituation({
    office: { application: anApplication({ receivedOn: '2026-11-24' }) },
    found: [aFinding()],
  });
  const { questions } = accepted(decideCase(late));
  const { text } = mount(
    <ConflictCards
      questions={questions}
      precedents={before}
      people={new Map([['ivan', aPerson()]])}
      policy={shipped}
    />,
  );
  expect(text()).toContain('Our fault counts: take it back although late · 3 times');
  expect(text()).toContain('sara (2) and Ivan Petrov (1)');
  expect(text()).toContain('“because 1”');
  expect(text()).not.toContain('because 3');
});

test('one press on a clause shows the policy’s own words for it', async () => {
  const { page } = mount(<Clause clause="IV-PERIOD" policy={shipped} />);
  const mark = must(page.querySelector('button'));
  expect(mark.getAttribute('aria-label')).toContain('IV-PERIOD');
  expect(document.querySelector('blockquote')).toBeNull();
  press(mark);
  expect(document.querySelector('[role="dialog"] blockquote')?.textContent).toBe(
    shippedWords('IV-PERIOD').sentences.join(''),
  );
});

test('of an edition whose words are not here one press says so', () => {
  const { page } = mount(
    <Clause clause="IV-PERIOD" policy={{ ...shipped, textSha256: 'b'.repeat(64) }} />,
  );
  press(must(page.querySelector('button')));
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain(
    'The words of this edition are not here.',
  );
});

test('of an edition with words of its own one press shows those, in their language', () => {
  const text = aPolicyText();
  const { page } = mount(<Clause clause="II-QUALITY" policy={aPolicy({}, { text })} />);
  press(must(page.querySelector('button')));
  const quote = must(document.querySelector<HTMLElement>('[role="dialog"] blockquote'));
  expect([...quote.children].map((said) => said.textContent)).toEqual([
    'Mängel im Material nehmen wir zurück.',
    'Ohne Bedingungen.',
  ]);
  expect(quote.lang).toBe('de');
});
