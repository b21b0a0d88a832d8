import type { PolicyVersion } from '../../facts/documents.ts';
import { sumQuantities } from '../../facts/quantity.ts';
import { assertNever } from '../../result.ts';
import type {
  CaseDecision,
  ClauseOutcome,
  PolicyInput,
  PortionDecision,
  Question,
  Responsible,
  Why,
} from '../decision.ts';
import { type AnswerTo, answerTo } from '../reading/questionAnswers.ts';
import { ask, fired, notFired } from '../reading/reading.ts';
import { citeAnswer, citeCase, citePolicy } from '../reading/references.ts';
import { apportion } from '../rounding.ts';
import { why } from '../whyCodes.ts';

type Cost = CaseDecision['shippingCost'];

export type ShippingReading = {
  readonly outcome: ClauseOutcome;
  readonly cost: Cost;
  readonly question: Question | null;
};

/** Who answers for a portion, how many units it is, and what it is worth, minor units. */
export type PortionFreight = Pick<PortionDecision, 'liability' | 'rechargeTo'> & {
  readonly unitsFactId: string;
  readonly quantity: number;
  readonly worth: number;
};

/**
 * III-SHIPCOST: the responsible party pays the return freight; where it is our fault we pay and
 * arrange the pick-up: also of units of ours that a number or a person kept from being paid. Where
 * both sides answer for part of the parcel the policy version names the reading, or a person decides,
 * once per case.
 */
export function shipCost(input: PolicyInput, portions: readonly PortionFreight[]): ShippingReading {
  const cited = [citeCase(input), ...new Set(portions.map(({ unitsFactId }) => unitsFactId))];
  const parties = partiesOf(portions);
  if (parties.kind === 'unknown')
    return {
      outcome: notFired('III-SHIPCOST', why('shipCost.undetermined', {}), cited),
      cost: costOf(input, 'undetermined', null, []),
      question: null,
    };
  if (parties.kind === 'one')
    return borne(input, parties.bearer, parties.rechargeTo, halves, cited);
  const mixed = readingOf(input);
  if (mixed === null)
    return {
      outcome: notFired('III-SHIPCOST', why('shipCost.undetermined', {}), cited),
      cost: costOf(input, 'undetermined', null, []),
      question: ask(
        'mixedFreight',
        null,
        ['II-QUALITY', 'III-SHIPCOST'],
        why('ask.freightShared', { ours: parties.ours, theirs: parties.theirs }),
        cited,
      ),
    };
  const by = [...cited, mixed.by === 'person' ? citeFreightAnswer(input) : citePolicy(input)];
  switch (mixed.answer) {
    case 'us':
      return borne(input, 'us', null, halves, by);
    case 'ourCarrier':
      return borne(input, 'us', 'ourCarrier', halves, by);
    case 'client':
      return borne(input, 'client', 'client', halves, by);
    case 'clientCarrier':
      return borne(input, 'client', 'clientCarrier', halves, by);
    case 'sharedHalf':
      return borne(input, 'shared', null, halves, by);
    case 'proRata':
      return borne(input, 'shared', null, parties.worth, by, why('shipCost.proRata', {}));
    default:
      return assertNever(mixed.answer);
  }
}

type Weights = readonly [number, number];
const halves: Weights = [1, 1];

function readingOf(
  input: PolicyInput,
): { readonly answer: AnswerTo<'mixedFreight'>; readonly by: 'person' | 'policy' } | null {
  const answer = answerTo('mixedFreight', null, input.answers);
  if (answer !== null) return { answer, by: 'person' };
  const reading: PolicyVersion['parameters']['readings']['mixedFreight'] =
    input.policy.parameters.readings.mixedFreight;
  if (reading === 'oursIfAny') return { answer: 'us', by: 'policy' };
  return reading === 'proRata' ? { answer: 'proRata', by: 'policy' } : null;
}

/** Under the name it was asked by then. */
function citeFreightAnswer({ answers }: PolicyInput): string {
  const asked = answers.some((a) => a.question === 'mixedFreight' && a.unitGroupId === null);
  return citeAnswer(asked ? 'mixedFreight' : 'responsibleUnknown');
}

type Bearer = Exclude<Responsible, 'undetermined'>;

type Parties =
  | { readonly kind: 'one'; readonly bearer: Bearer; readonly rechargeTo: Cost['rechargeTo'] }
  | {
      readonly kind: 'both';
      readonly ours: number;
      readonly theirs: number;
      readonly worth: Weights;
    }
  | { readonly kind: 'unknown' };

function partiesOf(portions: readonly PortionFreight[]): Parties {
  if (portions.length === 0 || portions.some((p) => p.liability === 'undetermined'))
    return { kind: 'unknown' };
  const ours = portions.filter((p) => p.liability === 'us');
  const shared = portions.filter((p) => p.liability === 'shared');
  const theirs = portions.filter((p) => p.liability === 'client');
  const isOne =
    shared.length === 0
      ? ours.length === 0 || theirs.length === 0
      : shared.length === portions.length;
  if (!isOne)
    return {
      kind: 'both',
      ours: unitsOf([...ours, ...shared]),
      theirs: unitsOf([...theirs, ...shared]),
      // Of a shared portion one half each.
      worth: [worthOf(ours) * 2 + worthOf(shared), worthOf(theirs) * 2 + worthOf(shared)],
    };
  if (shared.length > 0) return { kind: 'one', bearer: 'shared', rechargeTo: null };
  // Nobody is charged with the freight of what is another's.
  const all = (party: Cost['rechargeTo']) => portions.every((p) => p.rechargeTo === party);
  return ours.length > 0
    ? { kind: 'one', bearer: 'us', rechargeTo: all('ourCarrier') ? 'ourCarrier' : null }
    : {
        kind: 'one',
        bearer: 'client',
        rechargeTo: all('clientCarrier') ? 'clientCarrier' : 'client',
      };
}

function borne(
  input: PolicyInput,
  bearer: Bearer,
  rechargeTo: Cost['rechargeTo'],
  weights: Weights,
  cited: readonly string[],
  because: Why = whyBorneBy(bearer, rechargeTo),
): ShippingReading {
  return {
    outcome: fired('III-SHIPCOST', because, cited),
    cost: costOf(input, bearer, rechargeTo, partsOf(input, bearer, weights)),
    question: null,
  };
}

function costOf(
  { returnCase }: PolicyInput,
  bearer: Responsible,
  rechargeTo: Cost['rechargeTo'],
  parts: Cost['parts'],
): Cost {
  return { bearer, rechargeTo, amount: returnCase.freight, parts, wePickUp: bearer === 'us' };
}

function partsOf(
  { returnCase: { freight } }: PolicyInput,
  bearer: Bearer,
  weights: Weights,
): Cost['parts'] {
  if (freight === null) return [];
  if (bearer !== 'shared') return [{ bearer, amount: freight }];
  const [ours = 0, theirs = 0] = apportion(freight, sum(weights) > 0 ? weights : halves);
  return [
    { bearer: 'us', amount: ours },
    { bearer: 'client', amount: theirs },
  ];
}

function whyBorneBy(bearer: Bearer, rechargeTo: Cost['rechargeTo']): Why {
  switch (bearer) {
    case 'us':
      return rechargeTo === 'ourCarrier'
        ? why('shipCost.ourCarrierBears', {})
        : why('shipCost.weBear', {});
    case 'client':
      return rechargeTo === 'clientCarrier'
        ? why('shipCost.clientCarrierBears', {})
        : why('shipCost.clientBears', {});
    case 'shared':
      return why('shipCost.sharedHalf', {});
    default:
      return assertNever(bearer);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function unitsOf(portions: readonly PortionFreight[]): number {
  return sumQuantities(portions.map(({ quantity }) => quantity));
}

function worthOf(portions: readonly PortionFreight[]): number {
  return sum(portions.map(({ worth }) => worth));
}
