import type { Disposition, ResolutionKind } from '../returns/codes.ts';
import { fromThousandths, toThousandths } from '../returns/quantity.ts';
import type { ResolutionOption, Standing } from './decision.ts';
import type { Worth } from './eligible.ts';
import type { BasisClause, GroupContext } from './reading.ts';

/** What each clause of part II lets the client have. */
const offeredBy = {
  'II-QUALITY': ['refund'],
  'II-ORDER': ['refund', 'exchange'],
  'II-TRANSPORT': ['refund', 'compensation'],
} as const satisfies Readonly<Record<BasisClause, readonly ResolutionKind[]>>;

/**
 * What may be chosen for a group: what all its grounds offer, the client's wish first, and the way
 * back for the units nobody pays for. Nothing while the group is undecided.
 */
export function resolutionsOf(
  { facts }: GroupContext,
  standing: Standing,
  worth: Worth,
): readonly ResolutionOption[] {
  if (standing === 'needsPerson' || standing === 'needsFacts') return [];
  const size = toThousandths(facts.group.quantity);
  const back: ResolutionOption = {
    kind: 'returnToClient',
    quantity: fromThousandths(size - worth.quantity),
    amount: 0,
  };
  if (worth.quantity === 0) return [back, { kind: 'none', quantity: back.quantity, amount: 0 }];
  const offered = (['refund', 'exchange', 'compensation'] as const)
    .filter((kind) =>
      worth.grounds.every(({ clause }) => {
        const byClause: readonly ResolutionKind[] = offeredBy[clause];
        return byClause.includes(kind);
      }),
    )
    .map((kind) => ({
      kind,
      quantity: fromThousandths(worth.quantity),
      amount: kind === 'exchange' ? 0 : worth.amount,
    }));
  const wanted = facts.line?.wanted ?? null;
  const wishFirst = [
    ...offered.filter((option) => option.kind === wanted),
    ...offered.filter((option) => option.kind !== wanted),
  ];
  return size > worth.quantity ? [...wishFirst, back] : wishFirst;
}

/** What may become of the goods. Undecided, dangerous or foreign goods stay in quarantine. */
export function dispositionsOf(
  { facts, input }: GroupContext,
  standing: Standing,
  worth: Worth,
  intact: boolean | null,
): readonly Disposition[] {
  if (standing === 'needsPerson' || standing === 'needsFacts') return ['quarantine'];
  if (input.holds.some((hold) => hold.reason === 'hazard')) return ['quarantine'];
  if (worth.grounds.length === 0)
    return facts.group.identity === 'match'
      ? ['returnToClient', 'quarantine']
      : ['quarantine', 'returnToClient'];
  const onOrderAlone = worth.grounds.every((ground) => ground.clause === 'II-ORDER');
  if (onOrderAlone && intact === true && facts.orderLine?.customised !== true)
    return ['restock', 'quarantine'];
  return worth.grounds.some((ground) => ground.clause === 'II-QUALITY')
    ? ['returnToVendor', 'rework', 'scrap', 'quarantine']
    : ['rework', 'scrap', 'keepWithAllowance', 'quarantine'];
}
