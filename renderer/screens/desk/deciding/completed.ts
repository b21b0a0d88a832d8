/** A draft as what is signed: what it still lacks, what it grants, and the finished decision. */

import {
  type Chosen,
  grantedBy,
  isGranted,
  questionsFor,
  signed,
} from '../../../../shared/cases/decisions/choices.ts';
import type { CaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Answer, GroupChoice } from '../../../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import type { AmountRefusal } from '../../../../shared/facts/readAmount.ts';
import type { CaseDecision, PortionDecision } from '../../../../shared/policy/decision.ts';
import { accept, type Result, refuse } from '../../../../shared/result.ts';
import {
  answersOf,
  type DecisionDraft,
  emptyChoice,
  keyOf,
  keyOfPortion,
} from './decisionDraft.ts';

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

export type Complete = {
  readonly decision: VerdictDecidedFact['decision'];
  readonly choices: readonly GroupChoice[];
  readonly answers: readonly Answer[];
  readonly reason: string;
};

/** What a person still has to say before anything can be signed, in the order it stands on the screen. */
export function missingIn(
  draft: DecisionDraft,
  decision: CaseDecision,
  read: ReadAmount,
  file: Pick<CaseFile, 'grants'>,
): readonly OpenPart[] {
  const isSaid = draft.decision === 'sendBack' && draft.wanted.length > 0;
  const isReasonWanted = draft.decision !== 'approve' && !isSaid && draft.reason.trim() === '';
  const reason: readonly OpenPart[] = isReasonWanted ? [{ part: 'reason' }] : [];
  if (!isPaying(draft)) return reason;
  const now = decidedNow(draft, decision);
  const answers = Object.entries(draft.answers);
  const asked = questionsFor(now, decision, file);
  // Where no part can be chosen yet, an answer is what makes one clear.
  const isStuck = decision.portions.every((p) => p.questions.length > 0 || isGranted(p, file));
  const [first] = now.length === 0 && isStuck ? decision.questions : [];
  return [
    ...(first ? [first, ...asked] : asked).map(
      (question): OpenPart => ({ part: 'answer', key: keyOf(question) }),
    ),
    ...answers.flatMap(([key, { answer, reason: because }]): OpenPart[] =>
      answer !== null && because.trim() === '' ? [{ part: 'answerReason', key }] : [],
    ),
    ...(now.length === 0 && !first ? [{ part: 'nothing' } as const] : []),
    ...now.flatMap((portion) => {
      const chosen = chosenFor(draft, portion, read);
      return chosen.ok ? [] : [chosen.refusal];
    }),
    ...reason,
  ];
}

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
  const [missing] = missingIn(draft, decision, read, file);
  if (missing) return refuse(missing);
  if (pin.length < 6) return refuse({ part: 'pin' });
  const reason = draft.reason.trim();
  if (!isPaying(draft))
    return accept({ decision: draft.decision, choices: [], answers: [], reason });
  const choices: GroupChoice[] = [];
  for (const portion of decidedNow(draft, decision)) {
    const chosen = chosenFor(draft, portion, read);
    if (!chosen.ok) return chosen;
    choices.push(signed(chosen.value));
  }
  return accept({ decision: draft.decision, choices, answers: answersOf(draft), reason });
}

export function isPaying({ decision }: Pick<DecisionDraft, 'decision'>): boolean {
  return decision === 'approve' || decision === 'override';
}

function decidedNow(draft: DecisionDraft, decision: CaseDecision): readonly PortionDecision[] {
  return decision.portions.filter((p) => draft.choices[keyOfPortion(p)]?.isNow);
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
