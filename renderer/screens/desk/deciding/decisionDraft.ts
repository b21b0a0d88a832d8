import {
  type Chosen,
  grantedBy,
  photosMissingFor,
  questionsFor,
  signed,
} from '../../../../shared/cases/decisions/choices.ts';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Disposition, ResolutionKind } from '../../../../shared/facts/codes.ts';
import type {
  Answer,
  CompensationBasis,
  GroupChoice,
  LateBecause,
} from '../../../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import type { AmountRefusal } from '../../../../shared/facts/readAmount.ts';
import { covers, keyOfUnits, spansOf } from '../../../../shared/facts/spans.ts';
import type {
  CaseDecision,
  PortionDecision,
  Question,
} from '../../../../shared/policy/decision.ts';
import { accept, type Result, refuse } from '../../../../shared/result.ts';

type Decision = VerdictDecidedFact['decision'];

/** A decision while it is being made. The policy's own proposal is the start, never the end. */
export type DecisionDraft = {
  readonly decision: Decision;
  /** By `keyOfPortion`. */
  readonly choices: Readonly<Record<string, ChoiceDraft>>;
  /** By `keyOf`, in the order they were raised: an answer may raise the next question. */
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly reason: string;
  readonly lateBecause: LateBecause;
};
export type ChoiceDraft = {
  /** Decided now; otherwise it stays open and holds nothing. */
  readonly isNow: boolean;
  readonly resolution: ResolutionKind;
  readonly disposition: Disposition;
  /** As typed; only read when overriding. Empty grants what the policy says. */
  readonly overrideAmount: string;
  /** As typed; only read for a compensation. Empty grants the most there is. */
  readonly compensation: string;
  readonly basis: CompensationBasis | null;
};
export type AnswerDraft = {
  readonly question: Question;
  readonly answer: string | null;
  readonly reason: string;
};

export type OpenPart =
  | { readonly part: 'reason' }
  | { readonly part: 'pin' }
  | { readonly part: 'nothing' }
  | { readonly part: 'answer'; readonly key: string }
  | { readonly part: 'answerReason'; readonly key: string }
  | { readonly part: 'basis'; readonly key: string }
  | { readonly part: 'amount'; readonly key: string; readonly refusal: AmountRefusal };

/** A typed amount as minor units of the decision's currency. */
export type ReadAmount = (typed: string) => Result<number, AmountRefusal>;

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
    lateBecause: 'other',
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
    lateBecause: first.lateBecause ?? 'other',
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

const emptyChoice: ChoiceDraft = {
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

export type Complete = {
  readonly decision: Decision;
  readonly choices: readonly GroupChoice[];
  readonly answers: readonly Answer[];
  readonly reason: string;
};

/**
 * The finished decision, or the first part still open. Only questions about what is decided now must
 * be answered. `decision` is the policy's with the answers given.
 */
export function completed(
  draft: DecisionDraft,
  decision: CaseDecision,
  pin: string,
  read: ReadAmount,
  file: Pick<CaseFile, 'grants'>,
): Result<Complete, OpenPart> {
  if (draft.decision !== 'approve' && draft.reason.trim() === '') return refuse({ part: 'reason' });
  const paying = draft.decision === 'approve' || draft.decision === 'override';
  if (!paying)
    return pin.length < 6
      ? refuse({ part: 'pin' })
      : accept({ decision: draft.decision, choices: [], answers: [], reason: draft.reason.trim() });

  const now = decision.portions.filter((p) => draft.choices[keyOfPortion(p)]?.isNow);
  const [question] = questionsFor(now, decision, file);
  if (question) return refuse({ part: 'answer', key: keyOf(question) });
  for (const [key, { answer, reason }] of Object.entries(draft.answers))
    if (answer !== null && reason.trim() === '') return refuse({ part: 'answerReason', key });
  if (now.length === 0) return refuse({ part: 'nothing' });

  const choices: GroupChoice[] = [];
  for (const portion of now) {
    const chosen = chosenFor(draft, portion, read);
    if (!chosen.ok) return chosen;
    choices.push(signed(chosen.value));
  }
  if (pin.length < 6) return refuse({ part: 'pin' });
  return accept({
    decision: draft.decision,
    choices,
    answers: answersOf(draft),
    reason: draft.reason.trim(),
  });
}

/** The choice for a portion with its typed sums read, as the shared rule takes it. */
function chosenFor(
  draft: DecisionDraft,
  portion: PortionDecision,
  read: ReadAmount,
): Result<Chosen, OpenPart> {
  const key = keyOfPortion(portion);
  const choice = draft.choices[key] ?? emptyChoice;
  const override = draft.decision === 'override' ? readIn(choice.overrideAmount, read) : nothing;
  if (!override.ok) return refuse({ part: 'amount', key, refusal: override.refusal });
  const isCompensation = choice.resolution === 'compensation' && override.value === null;
  const sum = isCompensation ? readIn(choice.compensation, read) : nothing;
  if (!sum.ok) return refuse({ part: 'amount', key, refusal: sum.refusal });
  if (isCompensation && choice.basis === null) return refuse({ part: 'basis', key });
  return accept({
    portion,
    choice: {
      unitGroupId: portion.unitGroupId,
      units: [...portion.units],
      resolution: choice.resolution,
      disposition: choice.disposition,
      overrideAmount: override.value,
      ...(sum.value === null ? {} : { amount: sum.value }),
      ...(isCompensation && choice.basis ? { basis: choice.basis } : {}),
    },
  });
}

const nothing: Result<number | null, never> = { ok: true, value: null };

function readIn(typed: string, read: ReadAmount): Result<number | null, AmountRefusal> {
  return typed.trim() === '' ? accept(null) : read(typed);
}

export type Totals = {
  /** Money to the client, and worth of the goods granted: what limits count. Minor units. */
  readonly amount: number;
  readonly value: number;
};

/** What the client would get by the draft: the typed sums, the policy's everywhere else. null while a typed one cannot be read. */
export function totalOf(
  draft: DecisionDraft,
  decision: CaseDecision,
  read: ReadAmount,
): Totals | null {
  let amount = 0;
  let value = 0;
  for (const portion of decision.portions) {
    if (!draft.choices[keyOfPortion(portion)]?.isNow) continue;
    const chosen = chosenFor(draft, portion, read);
    if (!chosen.ok && chosen.refusal.part === 'amount') return null;
    if (!chosen.ok) continue;
    const granting = grantedBy(chosen.value);
    amount += granting.amount;
    value += granting.value;
  }
  return { amount, value };
}
