import {
  type DefectCode,
  type Disposition,
  groupOfDefect,
  type ResolutionKind,
} from '../../facts/codes.ts';
import { fromThousandths } from '../../facts/quantity.ts';
import type { ResolutionOption, Standing } from '../decision.ts';
import { isDefect } from '../reading/groupFacts.ts';
import type { BasisClause, PortionContext } from '../reading/reading.ts';
import type { Worth } from '../reading/worth.ts';

/** What each clause of part II lets the client have. */
const offeredBy = {
  'II-QUALITY': ['refund'],
  'II-ORDER': ['refund', 'exchange'],
  'II-TRANSPORT': ['refund', 'compensation'],
} as const satisfies Readonly<Record<BasisClause, readonly ResolutionKind[]>>;

/**
 * What may be chosen for a portion: all that its grounds offer, the client's wish first, and the way
 * back for the units nobody pays for. Nothing while it is undecided.
 */
export function resolutionsOf(
  { facts }: PortionContext,
  standing: Standing,
  worth: Worth,
): readonly ResolutionOption[] {
  if (standing === 'needsPerson' || standing === 'needsFacts') return [];
  const back: ResolutionOption = {
    kind: 'returnToClient',
    quantity: fromThousandths(facts.size - worth.quantity),
    amount: 0,
    value: 0,
  };
  if (worth.quantity === 0)
    return [back, { kind: 'none', quantity: back.quantity, amount: 0, value: 0 }];
  const offers = new Set<ResolutionKind>(worth.grounds.flatMap(({ clause }) => offeredBy[clause]));
  const offered = (['refund', 'exchange', 'compensation'] as const)
    .filter((kind) => offers.has(kind))
    .map((kind) => ({
      kind,
      quantity: fromThousandths(worth.quantity),
      amount: kind === 'exchange' ? 0 : worth.amount,
      value: kind === 'exchange' ? worth.value : worth.amount,
    }));
  const wanted = facts.line?.wanted ?? null;
  const wishFirst = [
    ...offered.filter((option) => option.kind === wanted),
    ...offered.filter((option) => option.kind !== wanted),
  ];
  return facts.size > worth.quantity ? [...wishFirst, back] : wishFirst;
}

/** Another article than ordered, or more or fewer of it; anything else found on goods is damage. */
function isHarmless(code: DefectCode): boolean {
  const group = groupOfDefect(code);
  return (
    group === 'specification' ||
    group === 'labelAndDocuments' ||
    code === 'quantity.surplus' ||
    code === 'quantity.short'
  );
}

/**
 * What may become of the goods: it follows what was found on them. Only goods nothing was found on may
 * go back on the shelf; undecided, dangerous or foreign goods stay in quarantine.
 */
export function dispositionsOf(
  { facts, input }: PortionContext,
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
  const defects = facts.findings.filter(isDefect);
  const isDamaged = defects.some(
    ({ observation: { cause, code } }) => cause !== 'orderError' || !isHarmless(code),
  );
  if (!isDamaged && intact === true)
    return facts.orderLine?.customised
      ? ['rework', 'scrap', 'keepWithAllowance', 'quarantine']
      : ['restock', 'quarantine'];
  return worth.grounds.some((ground) => ground.clause === 'II-QUALITY')
    ? ['returnToVendor', 'rework', 'scrap', 'quarantine']
    : ['rework', 'scrap', 'keepWithAllowance', 'quarantine'];
}
