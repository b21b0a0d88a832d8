/** Who bears the return freight: the responsible party, unit by unit of the parcel. */
import type { CaseDecision, PolicyInput, Responsible } from '../../../../shared/policy/decision.ts';
import { given } from './given.ts';
import { apportion } from './money.ts';

export type Share = {
  readonly liability: Responsible;
  readonly rechargeTo: CaseDecision['shippingCost']['rechargeTo'];
  /** What the units are worth that are ours, and that are the client's. */
  readonly ours: number;
  readonly theirs: number;
};
type Freight = { readonly cost: CaseDecision['shippingCost']; readonly asks: boolean };

export function freightOf(input: PolicyInput, shares: readonly Share[]): Freight {
  const amount = input.returnCase.freight;
  const borne = (
    bearer: Responsible,
    rechargeTo: Share['rechargeTo'],
    parts: CaseDecision['shippingCost']['parts'],
  ): Freight => ({
    cost: { bearer, rechargeTo, amount, parts, wePickUp: bearer === 'us' },
    asks: false,
  });
  const whole = (bearer: Responsible, rechargeTo: Share['rechargeTo']) =>
    borne(
      bearer,
      rechargeTo,
      amount === null ? [] : bearer === 'shared' ? halves(amount) : [{ bearer, amount }],
    );
  const open: Freight = borne('undetermined', null, []);
  const parties = new Set(shares.map(({ liability }) => liability));
  if (shares.length === 0 || parties.has('undetermined')) return open;
  const [only] = parties;
  if (parties.size === 1 && only !== undefined) {
    const to = new Set(shares.map(({ rechargeTo }) => rechargeTo));
    const [one] = to;
    if (only === 'client')
      return whole(only, to.size === 1 && one === 'clientCarrier' ? one : 'client');
    return whole(only, to.size === 1 ? (one ?? null) : null);
  }
  const reading = input.policy.parameters.readings.mixedFreight ?? 'ask';
  const answer = given(input, 'mixedFreight', null);
  if (answer === 'proRata' || (reading === 'proRata' && answer === null))
    return proRata(shares, amount, borne);
  if (answer === 'us') return whole('us', null);
  if (answer === 'ourCarrier') return whole('us', 'ourCarrier');
  if (answer === 'client') return whole('client', 'client');
  if (answer === 'clientCarrier') return whole('client', 'clientCarrier');
  if (answer === 'sharedHalf') return whole('shared', null);
  if (reading === 'oursIfAny' && (parties.has('us') || parties.has('shared')))
    return whole('us', null);
  return { ...open, asks: true };
}

function halves(amount: number) {
  const [ours = 0, theirs = 0] = apportion(amount, [1, 1]);
  return [
    { bearer: 'us' as const, amount: ours },
    { bearer: 'client' as const, amount: theirs },
  ];
}

function proRata(
  shares: readonly Share[],
  amount: number | null,
  borne: (
    b: Responsible,
    r: Share['rechargeTo'],
    p: CaseDecision['shippingCost']['parts'],
  ) => Freight,
): Freight {
  if (amount === null) return borne('shared', null, []);
  const ours = shares.reduce((sum, share) => sum + share.ours, 0);
  const theirs = shares.reduce((sum, share) => sum + share.theirs, 0);
  const [a = 0, b = 0] = apportion(amount, ours + theirs > 0 ? [ours, theirs] : [1, 1]);
  return borne('shared', null, [
    { bearer: 'us', amount: a },
    { bearer: 'client', amount: b },
  ]);
}
