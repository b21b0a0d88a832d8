import { UnitGroupId } from '../../../shared/ids.ts';
import type { CaseDecision, GroupDecision, Question } from '../../../shared/policy/decision.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { Disposition, ResolutionKind } from '../../../shared/returns/codes.ts';
import type { Answer, GroupChoice, VerdictDecidedFact } from '../../../shared/returns/fact.ts';
import type { AmountRefusal } from '../../../shared/returns/readAmount.ts';

export type Decision = VerdictDecidedFact['decision'];

/** A decision while it is being made. The policy's own proposal is the start, never the end. */
export type DecisionDraft = {
  readonly decision: Decision;
  readonly choices: Readonly<Record<string, ChoiceDraft>>;
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly reason: string;
};
export type ChoiceDraft = {
  readonly resolution: ResolutionKind;
  readonly disposition: Disposition;
  /** As typed; only read when overriding. Empty grants what the policy says. */
  readonly overrideAmount: string;
};
export type AnswerDraft = { readonly answer: string | null; readonly reason: string };

export type OpenPart =
  | { readonly part: 'reason' }
  | { readonly part: 'pin' }
  | { readonly part: 'answer'; readonly key: string }
  | { readonly part: 'answerReason'; readonly key: string }
  | { readonly part: 'amount'; readonly unitGroupId: string; readonly refusal: AmountRefusal };

/** A typed amount as minor units of the decision's currency. */
export type ReadAmount = (typed: string) => Result<number, AmountRefusal>;

export function keyOf(question: Pick<Question, 'question' | 'unitGroupId'>): string {
  return `${question.question} ${question.unitGroupId ?? ''}`;
}

/** What each group's claimed line asked for, where somebody did. */
export type Wanted = Readonly<Record<string, ResolutionKind | null>>;

/**
 * What the policy proposes, as choices: what the client wanted where it is offered, else the first.
 * A group nothing is offered for starts with nothing granted.
 */
export function draftFor(decision: CaseDecision, wanted: Wanted = {}): DecisionDraft {
  return {
    decision: 'approve',
    reason: '',
    answers: {},
    choices: Object.fromEntries(
      decision.groups.map((group) => [
        group.unitGroupId,
        {
          resolution: startFor(group, wanted[group.unitGroupId] ?? null),
          disposition: group.dispositions[0] ?? 'quarantine',
          overrideAmount: '',
        },
      ]),
    ),
  };
}

function startFor({ resolutions }: GroupDecision, wanted: ResolutionKind | null): ResolutionKind {
  const offered = resolutions.find((r) => r.kind === wanted) ?? resolutions[0];
  return offered?.kind ?? 'none';
}

/** After an answer the policy may offer something else: choices it no longer offers start anew. */
export function fitted(
  draft: DecisionDraft,
  decision: CaseDecision,
  wanted: Wanted = {},
): DecisionDraft {
  const fresh = draftFor(decision, wanted).choices;
  const choices = Object.fromEntries(
    decision.groups.flatMap((group) => {
      const chosen = draft.choices[group.unitGroupId];
      const start = fresh[group.unitGroupId];
      if (!start) return [];
      const isOffered =
        draft.decision === 'override' ||
        (group.resolutions.some((r) => r.kind === chosen?.resolution) &&
          group.dispositions.some((d) => d === chosen?.disposition));
      return [[group.unitGroupId, chosen && isOffered ? chosen : start]];
    }),
  );
  return { ...draft, choices };
}

export function answersOf(draft: DecisionDraft): readonly Answer[] {
  return Object.entries(draft.answers).flatMap(([key, { answer, reason }]) => {
    const [question = '', unitGroupId = ''] = key.split(' ');
    return answer === null
      ? []
      : [
          {
            question,
            unitGroupId: unitGroupId === '' ? null : UnitGroupId.parse(unitGroupId),
            answer,
            reason,
          },
        ];
  });
}

export type Complete = {
  readonly decision: Decision;
  readonly choices: readonly GroupChoice[];
  readonly answers: readonly Answer[];
  readonly reason: string;
};

/** The finished decision, or the first part still open. */
export function completed(
  draft: DecisionDraft,
  asked: readonly Question[],
  pin: string,
  read: ReadAmount,
): Result<Complete, OpenPart> {
  if (draft.decision !== 'approve' && draft.reason.trim() === '') return refuse({ part: 'reason' });
  const paying = draft.decision === 'approve' || draft.decision === 'override';
  if (paying) {
    for (const question of asked) {
      const given = draft.answers[keyOf(question)];
      if (!given?.answer) return refuse({ part: 'answer', key: keyOf(question) });
      if (given.reason.trim() === '') return refuse({ part: 'answerReason', key: keyOf(question) });
    }
  }
  const choices: GroupChoice[] = [];
  for (const [unitGroupId, choice] of Object.entries(draft.choices)) {
    const amount = overrideIn(draft, choice, read);
    if (!amount.ok) return refuse({ part: 'amount', unitGroupId, refusal: amount.refusal });
    choices.push({
      unitGroupId: UnitGroupId.parse(unitGroupId),
      resolution: choice.resolution,
      disposition: choice.disposition,
      overrideAmount: amount.value,
    });
  }
  if (pin.length < 6) return refuse({ part: 'pin' });
  return accept({
    decision: draft.decision,
    choices: paying ? choices : [],
    answers: paying ? answersOf(draft) : [],
    reason: draft.reason.trim(),
  });
}

const inMoney: readonly ResolutionKind[] = ['refund', 'compensation', 'creditWithoutReturn'];

/**
 * What the client would get in money by the draft, minor units: the typed sums, the policy's everywhere
 * else. null while a typed one cannot be read.
 */
export function totalOf(
  draft: DecisionDraft,
  decision: CaseDecision,
  read: ReadAmount,
): number | null {
  let sum = 0;
  for (const group of decision.groups) {
    const choice = draft.choices[group.unitGroupId];
    if (!choice) continue;
    const typed = overrideIn(draft, choice, read);
    if (!typed.ok) return null;
    if (!inMoney.includes(choice.resolution)) continue;
    const offered = group.resolutions.find((r) => r.kind === choice.resolution)?.amount ?? 0;
    sum += typed.value ?? offered;
  }
  return sum;
}

function overrideIn(
  draft: DecisionDraft,
  { overrideAmount }: ChoiceDraft,
  read: ReadAmount,
): Result<number | null, AmountRefusal> {
  if (draft.decision !== 'override' || overrideAmount.trim() === '') return accept(null);
  return read(overrideAmount);
}
