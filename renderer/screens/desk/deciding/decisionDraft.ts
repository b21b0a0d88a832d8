import { photosMissingFor } from '../../../../shared/cases/decisions/choices.ts';
import type { ResolutionKind } from '../../../../shared/facts/codes.ts';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import { covers, keyOfUnits, spansOf } from '../../../../shared/facts/spans.ts';
import type {
  CaseDecision,
  PortionDecision,
  Question,
} from '../../../../shared/policy/decision.ts';
import type { ChoiceDraft, DecisionDraft } from '../../../actions/heldDecisions.ts';

export type {
  AnswerDraft,
  ChoiceDraft,
  DecisionDraft,
} from '../../../actions/heldDecisions.ts';

export function keyOf(question: Pick<Question, 'question' | 'unitGroupId' | 'units'>): string {
  return `${question.question} ${question.unitGroupId ?? ''} ${keyOfUnits(question.units)}`;
}

export function keyOfPortion({
  unitGroupId,
  units,
}: Pick<PortionDecision, 'unitGroupId' | 'units'>): string {
  return `${unitGroupId} ${keyOfUnits(units)}`;
}

/** What each group's claimed line asked for, where somebody did. */
export type Wanted = Readonly<Record<string, ResolutionKind | null>>;

/**
 * What the policy proposes, as choices: what the client wanted where it is offered, else the first. A
 * portion that may not be decided yet stays open.
 */
export function draftFor(decision: CaseDecision, wanted: Wanted = {}): DecisionDraft {
  return {
    decision: 'approve',
    reason: '',
    answers: {},
    lateBecause: null,
    wanted: [],
    asks: null,
    choices: Object.fromEntries(
      decision.portions.map((portion) => [
        keyOfPortion(portion),
        {
          isNow: isReady(portion, decision),
          resolution: startFor(portion, wanted[portion.unitGroupId] ?? null),
          disposition: portion.dispositions[0] ?? 'quarantine',
          overrideAmount: '',
          compensation: '',
          basis: null,
        },
      ]),
    ),
  };
}

/** The policy has an answer for it. */
export function isClear({ standing }: Pick<PortionDecision, 'standing'>): boolean {
  return standing === 'upheld' || standing === 'notUpheld';
}

/** The policy has an answer for it, and its photos are held. */
function isReady(
  portion: PortionDecision,
  decision: Pick<CaseDecision, 'missingEvidence'>,
): boolean {
  return isClear(portion) && photosMissingFor(portion, decision).length === 0;
}

function startFor({ resolutions }: PortionDecision, wanted: ResolutionKind | null): ResolutionKind {
  const offered = resolutions.find((r) => r.kind === wanted) ?? resolutions[0];
  return offered?.kind ?? 'none';
}

/** What a first signature decided, as the start of the second one: to be confirmed or contradicted. */
export function draftAfter(
  first: VerdictDecidedFact,
  decision: CaseDecision,
  show: (minor: number) => string,
): DecisionDraft {
  const draft = draftFor(decision);
  return {
    ...draft,
    decision: first.decision,
    reason: first.decision === 'override' ? first.reason : '',
    lateBecause: first.lateBecause ?? null,
    choices: Object.fromEntries(
      decision.portions.map((portion): readonly [string, ChoiceDraft] => {
        const key = keyOfPortion(portion);
        const start = draft.choices[key];
        const choice = first.choices.find(
          (c) =>
            c.unitGroupId === portion.unitGroupId &&
            (c.units === undefined || keyOfUnits(c.units) === keyOfUnits(portion.units)),
        );
        if (!start || !choice) return [key, { ...(start ?? emptyChoice), isNow: false }];
        const { resolution, disposition, basis, overrideAmount, amount } = choice;
        return [
          key,
          {
            isNow: true,
            resolution,
            disposition,
            basis: basis ?? null,
            overrideAmount: overrideAmount === null ? '' : show(overrideAmount),
            compensation: resolution === 'compensation' && amount !== undefined ? show(amount) : '',
          },
        ];
      }),
    ),
  };
}

export const emptyChoice: ChoiceDraft = {
  isNow: false,
  resolution: 'none',
  disposition: 'quarantine',
  overrideAmount: '',
  compensation: '',
  basis: null,
};

/** Once answered in a case it is not asked again there: the answer is put in, and may be changed. */
export function withAnswers(
  draft: DecisionDraft,
  questions: readonly Question[],
  given: readonly Answer[],
): DecisionDraft {
  const answers = { ...draft.answers };
  for (const question of questions) {
    const key = keyOf(question);
    const before = given.findLast(
      (a) =>
        a.question === question.question &&
        a.unitGroupId === question.unitGroupId &&
        (a.units === undefined || covers(spansOf(a.units), spansOf(question.units))) &&
        question.answers.includes(a.answer),
    );
    if (before && (answers[key]?.answer ?? null) === null)
      answers[key] = { question, answer: before.answer, reason: before.reason };
  }
  return { ...draft, answers };
}

/**
 * After an answer the policy may offer something else: choices it no longer offers start anew, and
 * what has become clear is decided with the rest.
 */
export function fitted(
  draft: DecisionDraft,
  decision: CaseDecision,
  wanted: Wanted = {},
): DecisionDraft {
  const fresh = draftFor(decision, wanted).choices;
  const choices = Object.fromEntries(
    decision.portions.flatMap((portion) => {
      const key = keyOfPortion(portion);
      const chosen = draft.choices[key];
      const start = fresh[key];
      if (!start) return [];
      const isOffered =
        draft.decision === 'override' ||
        (portion.resolutions.some((r) => r.kind === chosen?.resolution) &&
          portion.dispositions.some((d) => d === chosen?.disposition));
      return [[key, chosen && isOffered ? chosen : start]];
    }),
  );
  return { ...draft, choices };
}

export function answersOf(draft: Pick<DecisionDraft, 'answers'>): readonly Answer[] {
  return Object.values(draft.answers).flatMap(({ question, answer, reason }) =>
    answer === null
      ? []
      : [
          {
            question: question.question,
            unitGroupId: question.unitGroupId,
            ...(question.units.length > 0 ? { units: [...question.units] } : {}),
            answer,
            reason,
          },
        ],
  );
}

/** Every question raised so far, those answered first: what an answer raises comes next. */
export function raised(draft: DecisionDraft, decision: CaseDecision): readonly Question[] {
  const answered = Object.values(draft.answers).map(({ question }) => question);
  const keys = new Set(answered.map(keyOf));
  return [...answered, ...decision.questions.filter((q) => !keys.has(keyOf(q)))];
}
