/**
 * The neighbourhood of a case: the single changes of facts that could bear on one portion, each
 * with its sentence and the input as it would then be. Nothing that is so already.
 */
import type { Cause } from '../../facts/codes.ts';
import { type PolicyInput, type Question, type QuestionId, questionIds } from '../decision.ts';
import { isDefect } from '../reading/groupFacts.ts';
import { isBeside } from '../reading/placing.ts';
import { type Portion, quantityOf } from '../reading/portions.ts';
import { questionAnswers } from '../reading/questionAnswers.ts';
import type { PortionContext } from '../reading/reading.ts';
import { why } from '../whyCodes.ts';
import { documentChanges } from './documentChanges.ts';
import type { Alternatives } from './factChange.ts';
import {
  hypotheticalDefect,
  observed,
  provedMisuse,
  withAnswer,
  withFinding,
  withoutFindings,
  withThese,
} from './factEdits.ts';

type AskedQuestion = Pick<Question, 'question' | 'unitGroupId'>;

export function changesFor(
  context: PortionContext,
  asked: readonly AskedQuestion[],
): readonly Alternatives[] {
  return [
    ...causeChanges(context),
    ...inspectionChanges(context),
    ...documentChanges(context),
    ...answerChanges(context.input, context.facts, asked),
  ];
}

const otherCauses: readonly Cause[] = ['manufacturing', 'orderError', 'outboundTransport'];

/** Another cause for all findings of one cause on these units, enough proof of misuse. */
function causeChanges({ facts, input }: PortionContext): readonly Alternatives[] {
  const defects = facts.findings.filter(isDefect);
  const needed = input.policy.parameters.misuseIndicatorsNeeded;
  const causes = [...new Set(defects.map((finding) => finding.observation.cause))].sort();
  const quantity = quantityOf(facts);
  return causes.map((from) => {
    const same = defects.filter((finding) => finding.observation.cause === from);
    const codes = [...new Set(same.map((finding) => finding.observation.code))].sort().join(' ');
    const others = otherCauses.filter((cause) => cause !== from);
    return [
      ...others.map((cause) => ({
        why: why('turn.causeIs', { from, cause, quantity, codes }),
        apply: observed(same, (o) => ({ ...o, cause })),
      })),
      {
        why: why('turn.misuseProved', { from, quantity, indicators: needed, codes }),
        apply: provedMisuse(same, facts),
      },
    ];
  });
}

/** What looking at them could show, and a defect where none was seen. */
function inspectionChanges({ facts, weighing }: PortionContext): readonly Alternatives[] {
  const quantity = quantityOf(facts);
  const defectFound = why('turn.defectFound', { quantity, cause: 'manufacturing' });
  if (!weighing.inspected)
    return [
      [
        { why: defectFound, apply: withFinding(facts, hypotheticalDefect) },
        {
          why: why('turn.noDefectFound', { quantity }),
          apply: withFinding(facts, { kind: 'noDefect' }),
        },
      ],
    ];
  const sound = weighing.noDefect;
  if (sound.length === 0) return [];
  const defects = facts.findings.filter(isDefect);
  if (defects.every(isBeside)) {
    const defective = sound.map((finding) => ({ ...finding, observation: hypotheticalDefect }));
    return [[{ why: defectFound, apply: withThese(defective) }]];
  }
  return [
    [
      { why: why('turn.onlyDefects', { quantity }), apply: withoutFindings(sound) },
      { why: why('turn.onlySound', { quantity }), apply: withoutFindings(defects) },
    ],
  ];
}

/** What a supervisor could answer to the questions that are open, and to those already answered. */
function answerChanges(
  input: PolicyInput,
  facts: Portion,
  asked: readonly AskedQuestion[],
): readonly Alternatives[] {
  const open = new Map<string, AskedQuestion>();
  const add = (question: QuestionId, unitGroupId: AskedQuestion['unitGroupId']) =>
    open.set(`${question} ${unitGroupId}`, { question, unitGroupId });
  for (const { question, unitGroupId } of asked) add(question, unitGroupId);
  for (const { question, unitGroupId } of input.answers) {
    const known = questionIds.find((id) => id === question);
    if (known !== undefined && (unitGroupId === null || unitGroupId === facts.group.unitGroupId))
      add(known, unitGroupId);
  }
  return [...open.values()].map(({ question, unitGroupId }) =>
    questionAnswers[question].map((answer) => ({
      why: why('turn.answered', { question, answer, ofCase: unitGroupId === null }),
      apply: withAnswer({ question, answer }, unitGroupId === null ? null : facts),
    })),
  );
}
