import { assertNever } from '../../result.ts';
import type { Liability } from '../../returns/codes.ts';
import type { CaseDecision, ClauseOutcome, PolicyInput, Question, Why } from '../decision.ts';
import { answerTo, questionAnswers } from '../questionAnswers.ts';
import { fired, notFired } from '../reading.ts';
import { citeAnswer, citeCase } from '../references.ts';
import { apportion } from '../rounding.ts';
import { why } from '../whyCodes.ts';

export type ShippingReading = {
  readonly outcome: ClauseOutcome;
  readonly cost: CaseDecision['shippingCost'];
  readonly question: Question | null;
};

/** Who answers for a group, and whether part of it goes back unpaid. */
export type GroupLiability = {
  readonly unitsFactId: string;
  readonly liability: Liability;
  readonly partlyRefused: boolean;
};

/**
 * III-SHIPCOST: the responsible party pays the return freight; where it is our fault we pay and
 * arrange the pick-up. Where both sides answer for part of the return a person decides.
 */
export function shipCost(input: PolicyInput, groups: readonly GroupLiability[]): ShippingReading {
  const cited = [citeCase(input), ...groups.map((group) => group.unitsFactId)];
  const parties = partiesOf(groups);
  const answer = answerTo('responsibleUnknown', null, input.answers);
  if (parties.kind === 'both' && answer === null)
    return {
      outcome: notFired('III-SHIPCOST', why('shipCost.undetermined', {}), cited),
      cost: costOf(input, 'undetermined'),
      question: {
        question: 'responsibleUnknown',
        clauses: ['II-QUALITY', 'III-SHIPCOST'],
        why: why('ask.freightShared', { ours: parties.ours, theirs: parties.theirs }),
        unitGroupId: null,
        answers: questionAnswers.responsibleUnknown,
        facts: cited,
      },
    };
  const byPerson = parties.kind === 'both' && answer !== null;
  const bearer: Liability = byPerson
    ? answer === 'sharedHalf'
      ? 'shared'
      : answer
    : parties.kind === 'one'
      ? parties.bearer
      : 'undetermined';
  const speak = bearer === 'undetermined' ? notFired : fired;
  return {
    outcome: speak(
      'III-SHIPCOST',
      whyBorneBy(bearer),
      byPerson ? [...cited, citeAnswer('responsibleUnknown')] : cited,
    ),
    cost: costOf(input, bearer),
    question: null,
  };
}

type Parties =
  | { readonly kind: 'one'; readonly bearer: Liability }
  | { readonly kind: 'both'; readonly ours: number; readonly theirs: number }
  | { readonly kind: 'unknown' };

function partiesOf(groups: readonly GroupLiability[]): Parties {
  if (groups.length === 0 || groups.some((group) => group.liability === 'undetermined'))
    return { kind: 'unknown' };
  const shared = groups.some((group) => group.liability === 'shared');
  const ours = groups.filter(({ liability }) => liability === 'us' || liability === 'ourCarrier');
  const theirs = groups.filter((group) => !ours.includes(group) || group.partlyRefused);
  if (shared || (ours.length > 0 && theirs.length > 0))
    return shared && groups.length === 1
      ? { kind: 'one', bearer: 'shared' }
      : { kind: 'both', ours: ours.length, theirs: theirs.length };
  const side = ours.length > 0 ? ours : theirs;
  const preferred: readonly Liability[] = ['us', 'ourCarrier', 'client', 'clientCarrier'];
  const bearer = preferred.find((party) => side.some((group) => group.liability === party));
  return bearer === undefined ? { kind: 'unknown' } : { kind: 'one', bearer };
}

function costOf({ returnCase }: PolicyInput, bearer: Liability): CaseDecision['shippingCost'] {
  const { freight } = returnCase;
  return {
    bearer,
    rechargeTo:
      bearer === 'ourCarrier' || bearer === 'clientCarrier' || bearer === 'client' ? bearer : null,
    amount: freight,
    parts: freight === null ? [] : partsOf(freight, bearer),
    wePickUp: bearer === 'us' || bearer === 'ourCarrier',
  };
}

function partsOf(freight: number, bearer: Liability): CaseDecision['shippingCost']['parts'] {
  if (bearer === 'undetermined') return [];
  if (bearer !== 'shared') return [{ bearer, amount: freight }];
  const [ours = 0, theirs = 0] = apportion(freight, [1, 1]);
  return [
    { bearer: 'us', amount: ours },
    { bearer: 'client', amount: theirs },
  ];
}

function whyBorneBy(bearer: Liability): Why {
  switch (bearer) {
    case 'us':
      return why('shipCost.weBear', {});
    case 'ourCarrier':
      return why('shipCost.ourCarrierBears', {});
    case 'client':
      return why('shipCost.clientBears', {});
    case 'clientCarrier':
      return why('shipCost.clientCarrierBears', {});
    case 'shared':
      return why('shipCost.sharedHalf', {});
    case 'undetermined':
      return why('shipCost.undetermined', {});
    default:
      return assertNever(bearer);
  }
}
