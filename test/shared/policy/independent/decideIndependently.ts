/**
 * The return policy a second time: read from the text and from policy.md, not from the code of the
 * product, and written for being obviously right rather than fast.
 */
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import type {
  CaseDecision,
  PolicyInput,
  PortionDecision,
  Responsible,
  Standing,
} from '../../../../shared/policy/decision.ts';
import { questionAnswers } from '../../../../shared/policy/reading/questionAnswers.ts';
import { caseClauses } from './caseClauses.ts';
import { photosMissing } from './evidence.ts';
import { freightOf, type Share } from './freight.ts';
import { type Judged, judge } from './judged.ts';
import { unitsOf } from './looked.ts';
import { type Granted, grant } from './money.ts';
import { dispositionsOf, resolutionsOf } from './offered.ts';
import { portionClauses } from './portionClauses.ts';
import type { AskedOf } from './questions.ts';

type Span = { readonly from: number; readonly to: number };
export type IndependentPortion = Omit<PortionDecision, 'clauses' | 'questions'> & {
  readonly fired: readonly ClauseId[];
  readonly questions: readonly string[];
};
export type IndependentDecision = Pick<
  CaseDecision,
  'currency' | 'refundAmount' | 'standing' | 'shippingCost'
> & {
  readonly portions: readonly IndependentPortion[];
  readonly questions: readonly string[];
  readonly fired: readonly ClauseId[];
  readonly missingEvidence: readonly string[];
};

export function decideIndependently(input: PolicyInput): IndependentDecision {
  const units = unitsOf(input);
  const portionsWith = (clientArranged: boolean) => {
    const judged = units.map((own) => judge(input, own, clientArranged));
    const granted = grant(input, judged);
    return judged.map((one, at) => portionOf(input, one, granted[at] ?? nothing));
  };
  const asPickedUp = portionsWith(false);
  const freight = freightOf(input, sharesOf(asPickedUp));
  // Where a person made the client bear it, he also had to arrange it, and bears its risk. What is
  // still open says nothing of it.
  const known = sharesOf(asPickedUp).filter(({ liability }) => liability !== 'undetermined');
  const byClient = freightOf(input, known).cost.bearer === 'client';
  const portions = byClient ? portionsWith(true) : asPickedUp;
  const questions = [...new Set(portions.flatMap((portion) => portion.questions))];
  if (freight.asks) questions.push(asked({ question: 'mixedFreight', ofCase: true }, '', []));
  const standings = portions.map(({ standing }) => standing);
  const standing = standingOf(standings, questions.length > 0);
  return {
    currency: input.contract?.currency ?? 'USD',
    refundAmount: portions.reduce((sum, { eligibleAmount }) => sum + eligibleAmount, 0),
    standing,
    shippingCost: freight.cost,
    portions,
    questions: questions.sort(),
    fired: caseClauses(input, freight.cost.bearer, standing),
    missingEvidence: photosMissing(input, units, shown),
  };
}

/** By liability; worth is what all the units of a portion would be refunded with. */
function sharesOf(portions: readonly IndependentPortion[]): Share[] {
  return portions.map(({ liability, rechargeTo, amountAtStake: worth }) => ({
    liability,
    rechargeTo,
    ours: liability === 'us' ? 2 * worth : liability === 'shared' ? worth : 0,
    theirs: liability === 'client' ? 2 * worth : liability === 'shared' ? worth : 0,
  }));
}

const nothing: Granted = { quantity: 0, amount: 0, whole: 0, atStake: 0 };

function standingOf(standings: readonly Standing[], asks: boolean): Standing {
  if (asks || standings.includes('needsPerson')) return 'needsPerson';
  if (standings.length === 0 || standings.includes('needsFacts')) return 'needsFacts';
  return standings.includes('upheld') ? 'upheld' : 'notUpheld';
}

function portionOf(input: PolicyInput, before: Judged, granted: Granted): IndependentPortion {
  const capped = before.standing === 'upheld' && granted.quantity === 0 && !before.broken;
  const judged: Judged = capped
    ? { ...before, standing: 'notUpheld', negative: 'quantityDifference' }
    : before;
  const { units, standing } = judged;
  const open = standing === 'needsPerson' || standing === 'needsFacts';
  const liability: Responsible = open
    ? 'undetermined'
    : before.standing === 'notUpheld'
      ? 'client'
      : judged.shared
        ? 'shared'
        : 'us';
  const spans = spansOf(units.place.spans);
  return {
    unitGroupId: units.group.count.unitGroupId,
    units: spans,
    serials: units.serials,
    quantity: units.quantity / 1000,
    standing,
    claimUpheld: open ? null : standing === 'upheld',
    intact: judged.intact,
    liability,
    rechargeTo: open ? null : rechargeOf(before),
    negative: judged.negative,
    eligibleQuantity: granted.quantity / 1000,
    eligibleAmount: granted.amount,
    amountAtStake: granted.atStake,
    resolutions: resolutionsOf(judged, granted),
    dispositions: dispositionsOf(input, judged, granted),
    fired: portionClauses(input, judged, granted),
    questions: judged.questions.map((one) => asked(one, units.place.groupId, spans)).sort(),
    missing: [...judged.missing].sort(),
    inferred: units.sample,
  };
}

/** A carrier's damage keeps its known cause, whoever bears it towards the client. */
function rechargeOf({ standing, weighed }: Judged): PortionDecision['rechargeTo'] {
  if (weighed.ourCarriers) return 'ourCarrier';
  if (
    weighed.named === 'clientCarrier' &&
    !(weighed.elsewise && !weighed.unclear) &&
    (weighed.unclear || weighed.causes.has('outboundTransport'))
  )
    return 'clientCarrier';
  return standing === 'notUpheld' ? 'client' : null;
}

const spansOf = (spans: readonly (readonly [number, number])[]): Span[] =>
  spans.map(([from, to]) => ({ from: from / 1000, to: to / 1000 }));
export const shown = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => `${from}-${to}`).join(',');

function asked({ question, ofCase }: AskedOf, groupId: string, spans: readonly Span[]): string {
  const about = ofCase ? 'case' : `${groupId} ${shown(spans)}`;
  return `${question} about ${about}: ${questionAnswers[question].join(' or ')}`;
}
