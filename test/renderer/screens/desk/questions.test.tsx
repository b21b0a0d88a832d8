import { act, type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import {
  answersOf,
  type DecisionDraft,
} from '../../../../renderer/screens/desk/deciding/decisionDraft.ts';
import { Questions } from '../../../../renderer/screens/desk/deciding/Questions.tsx';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { findingId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount, must, typeInto } from '../../components/mount.tsx';

const on = (from: number, to: number) =>
  aFinding({ findingId: findingId(`at-${from}`), quantity: to - from, units: [{ from, to }] });
const late = aSituation({
  office: { application: anApplication({ receivedOn: '2026-11-24' }) },
  found: [on(0, 4), on(4, 10)],
});
const { questions } = accepted(decideCase(late));
const view = aCaseView([anArrival(), aUnitGroup()]);

function asked() {
  const given: (readonly Answer[])[] = [];
  function Sheet(): ReactNode {
    const [answers, setAnswers] = useState<DecisionDraft['answers']>({});
    return (
      <Questions
        questions={questions}
        view={view}
        precedents={[]}
        answers={answers}
        open={null}
        onAnswer={(said) => {
          given.push(answersOf({ answers: said }));
          setAnswers(said);
        }}
      />
    );
  }
  const { page, text } = mount(<Sheet />);
  const cards = () => [...page.querySelectorAll('section')];
  const press = (card: number, word: string) => {
    const found = [...must(cards()[card]).querySelectorAll('label, button')].find(
      (one) => one.textContent?.trim() === word,
    );
    const pressed = found?.querySelector('input') ?? found;
    act(() => (must(pressed) as HTMLElement).click());
  };
  const because = (card: number, reason: string) =>
    typeInto(must(cards()[card]?.querySelector<HTMLInputElement>('input[type=text]')), reason);
  return { text, cards, press, because, given: () => given.at(-1) };
}
test('a clause a question rests on says its words on press', () => {
  const [card] = asked().cards();
  expect(
    must(card).querySelector('button[aria-label*="IV-"], button[aria-label*="I-"]'),
  ).not.toBeNull();
});

const about = (from: number, to: number, answer: string, reason: string) => ({
  question: 'lateRealDefect',
  unitGroupId: 'group-1',
  units: [{ from, to }],
  answer,
  reason,
});

test('the same question of several portions is answered with one press, and signed for each', () => {
  expect(questions).toHaveLength(2);
  const sheet = asked();
  expect(sheet.cards()).toHaveLength(1);
  expect(sheet.text()).toContain('One answer for 2 portions');
  expect(sheet.text()).toContain('no. 1 to 4');
  sheet.press(0, 'Our fault counts: take it back although late');
  sheet.because(0, 'old client');
  expect(sheet.given()).toEqual([
    about(0, 4, 'acceptLate', 'old client'),
    about(4, 10, 'acceptLate', 'old client'),
  ]);
});

test('each may be answered by itself, and all of them together again', () => {
  const sheet = asked();
  sheet.press(0, 'Answer one by one');
  expect(sheet.cards()).toHaveLength(2);
  sheet.press(0, 'Our fault counts: take it back although late');
  sheet.press(1, 'The period counts: pay nothing');
  expect(sheet.given()).toEqual([about(0, 4, 'acceptLate', ''), about(4, 10, 'refuseLate', '')]);
  sheet.press(0, 'One answer for all 2');
  expect(sheet.cards()).toHaveLength(1);
  expect(sheet.given()?.map(({ answer }) => answer)).toEqual(['acceptLate', 'acceptLate']);
});
