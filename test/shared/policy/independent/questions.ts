/** What only a person may answer about some units, and which of the answers refuse them. */

import type { NegativeOutcome } from '../../../../shared/facts/codes.ts';
import type { PolicyInput, QuestionId } from '../../../../shared/policy/decision.ts';
import { given } from './given.ts';
import type { Ground, Weighed } from './grounds.ts';
import { known, type Strange, type Units } from './looked.ts';
import { applied, cameAsReturn, papersLacking } from './papers.ts';

export type AskedOf = { readonly question: QuestionId; readonly ofCase: boolean };
export type Asking = {
  readonly questions: readonly AskedOf[];
  readonly refusals: readonly NegativeOutcome[];
};
const nothing: Asking = { questions: [], refusals: [] };
const ask = (question: QuestionId, ofCase = false): Asking => ({
  questions: [{ question, ofCase }],
  refusals: [],
});
const refuse = (outcome: NegativeOutcome): Asking => ({ questions: [], refusals: [outcome] });

export const together = (all: readonly Asking[]): Asking => ({
  questions: all.flatMap(({ questions }) => questions),
  refusals: all.flatMap(({ refusals }) => refusals),
});

/** Are these the client's goods, seen for the first time? */
export function ofOrigin(input: PolicyInput, units: Units, strange: Strange | null): Asking {
  const again = units.serialSeenIn === null ? 'never' : given(input, 'serialAgain', units.place);
  const asked =
    again === null
      ? ask('serialAgain')
      : again === 'refuseAgain'
        ? refuse('quantityDifference')
        : nothing;
  // Whoever refuses goods counted before has said why: whose they are is not asked any more.
  if (strange === null || again === null || again === 'refuseAgain') return asked;
  const answer = given(input, 'blindReturn', units.place);
  if (answer === null) return together([asked, ask('blindReturn')]);
  if (answer !== 'refuseAsReturn') return asked;
  const outcome = strange === 'quantity' ? 'quantityDifference' : 'noRecordOfSale';
  return together([refuse(outcome), asked]);
}

/** Did they come as a return, within a period? `chance`: may the client still be right at all? */
export function ofComing(input: PolicyInput, units: Units, chance: boolean): Asking {
  const came = cameAsReturn(input);
  if (came === false) return refuse('moreInformation');
  if (!chance) return nothing;
  return together([
    came === null ? ask('blindReturn', true) : nothing,
    applied(input, units.orderLine).kind === 'noPeriod' ? ask('noReturnPeriod', true) : nothing,
  ]);
}

export function ofCause(weighed: Weighed, right: boolean): Asking {
  if (weighed.unclear && weighed.named === null) return ask('responsibleUnknown');
  return together(
    [weighed.quality, weighed.order, weighed.transport].map((g) => ofGround(g, right)),
  );
}

function ofGround(ground: Ground, right: boolean): Asking {
  if (ground.is !== 'open') return nothing;
  // Another ground already gives the client the money: whose carrier it was changes nothing.
  if (right) return nothing;
  const ofCarrier =
    ground.asks === 'carrierChosenByClient' || ground.asks === 'carrierChoiceUnknown';
  return ask(ofCarrier ? 'responsibleUnknown' : 'promptlyUndefined');
}

export type Conflict = Asking & {
  readonly late: boolean;
  readonly lateAccepted: boolean;
  readonly customBlocks: boolean;
  readonly customRefused: boolean;
};

/** The clauses that would take away a right that holds. */
export function ofConflict(input: PolicyInput, units: Units, weighed: Weighed): Conflict {
  const { readings } = input.policy.parameters;
  const late = applied(input, units.orderLine).kind === 'late';
  const toLate = given(input, 'lateRealDefect', units.place);
  const lateAccepted = readings.lateRealDefect === 'accept' || toLate === 'acceptLate';
  const toCustom = given(input, 'customisedOurError', units.place);
  const customBlocks =
    units.orderLine?.customised === true &&
    (weighed.quality.is === 'fails' || weighed.quality.is === 'open') &&
    readings.customisedOurError !== 'accept' &&
    toCustom !== 'acceptCustomised';
  const customRefused = customBlocks && toCustom === 'refuseCustomised';
  const refusals: NegativeOutcome[] = [];
  if (late && !lateAccepted && toLate === 'refuseLate') refusals.push('timeLimitExceeded');
  if (customRefused) refusals.push('notDefective');
  const questions: AskedOf[] = [];
  if (customBlocks && !customRefused)
    questions.push({ question: 'customisedOurError', ofCase: false });
  if (late && !lateAccepted && refusals.length === 0)
    questions.push({ question: 'lateRealDefect', ofCase: false });
  return { questions, refusals, late, lateAccepted, customBlocks, customRefused };
}

/** Papers the client did not send, where our own inspection proved a ground all the same. */
export function ofPapers(input: PolicyInput, units: Units): Asking {
  if (input.policy.parameters.readings.evidenceAfterInspection !== 'ask') return nothing;
  if (papersLacking(input).length === 0 || !known(units) || units.doubtful) return nothing;
  const answer = given(input, 'evidenceMissing', null);
  return answer === 'acceptWithout' ? nothing : ask('evidenceMissing', true);
}

export function ofIntactness(
  input: PolicyInput,
  units: Units,
): Asking & { readonly broken: boolean } {
  const answer = given(input, 'intactMeaning', units.place);
  return {
    ...(answer === null ? ask('intactMeaning') : nothing),
    broken: answer === 'refuseNotIntact',
  };
}
