import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import { portionsOf } from '../../../../shared/policy/reading/portions.ts';
import { answerTo } from '../../../../shared/policy/reading/questionAnswers.ts';
import { aSituation } from '../../../builders/cases/aSituation.ts';
import { unitGroupId } from '../../../builders/cases/ids.ts';

const [portion = null] = portionsOf(aSituation());
const said = (answer: string, overrides: Partial<Answer> = {}): Answer => ({
  question: 'responsibleUnknown',
  unitGroupId: unitGroupId('group-1'),
  answer,
  reason: 'Seen',
  ...overrides,
});
const ofPortion = (...answers: Answer[]) => answerTo('responsibleUnknown', portion, answers);
const ofFreight = (...answers: Answer[]) => answerTo('mixedFreight', null, answers);

describe('What a person answered', () => {
  test('twice the same is one answer, two answers are none, and neither is what was never offered', () => {
    expect(ofPortion(said('us'))).toBe('us');
    expect(ofPortion(said('us'), said('us'))).toBe('us');
    expect(ofPortion(said('us'), said('client'))).toBe(null);
    expect(ofPortion(said('us'), said('nobody'))).toBe(null);
    expect(ofPortion()).toBe(null);
  });

  test('about other units, another group or the whole case answers nothing about these', () => {
    expect(ofPortion(said('us', { unitGroupId: unitGroupId('group-2') }))).toBe(null);
    expect(ofPortion(said('us', { unitGroupId: null }))).toBe(null);
    expect(ofPortion(said('us', { units: [{ from: 0, to: 9 }] }))).toBe(null);
    expect(ofPortion(said('us', { units: [{ from: 0, to: 10 }] }))).toBe('us');
  });

  test('to who is responsible for the case was once the answer about its freight, and nothing else was', () => {
    expect(ofFreight(said('us', { unitGroupId: null }))).toBe('us');
    expect(ofFreight(said('us', { unitGroupId: null, question: 'mixedFreight' }))).toBe('us');
    expect(ofFreight(said('us'))).toBe(null);
    expect(ofFreight(said('us', { unitGroupId: null, question: 'blindReturn' }))).toBe(null);
    expect(ofPortion(said('us', { question: 'mixedFreight' }))).toBe(null);
    expect(answerTo('mixedFreight', portion, [said('us')])).toBe(null);
    expect(answerTo('blindReturn', null, [said('acceptAsReturn', { unitGroupId: null })])).toBe(
      null,
    );
  });
});
