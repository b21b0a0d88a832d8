/** What a supervisor may choose for the units, and what may become of the goods. */

import type { Disposition } from '../../../../shared/facts/codes.ts';
import type { PolicyInput, ResolutionOption } from '../../../../shared/policy/decision.ts';
import { once } from './cells.ts';
import type { Judged } from './judged.ts';
import { defectsOf, inspected } from './looked.ts';
import type { Granted } from './money.ts';

const units = (thousandths: number) => thousandths / 1000;

export function resolutionsOf(judged: Judged, granted: Granted): ResolutionOption[] {
  const { standing, weighed } = judged;
  if (standing === 'needsPerson' || standing === 'needsFacts') return [];
  const all = judged.units.quantity;
  if (granted.quantity === 0)
    return [
      { kind: 'returnToClient', quantity: units(all), amount: 0, value: 0 },
      { kind: 'none', quantity: units(all), amount: 0, value: 0 },
    ];
  const quantity = units(granted.quantity);
  const value = granted.amount;
  const options: ResolutionOption[] = [{ kind: 'refund', quantity, amount: value, value }];
  if (weighed.order.is === 'holds')
    options.push({ kind: 'exchange', quantity, amount: 0, value: granted.whole });
  if (weighed.transport.is === 'holds')
    options.push({ kind: 'compensation', quantity, amount: value, value });
  const wanted = options.filter(({ kind }) => kind === judged.units.returnLine?.wanted);
  const others = options.filter((option) => !wanted.includes(option));
  const rest = all - granted.quantity;
  return [
    ...wanted,
    ...others,
    ...(rest > 0
      ? [{ kind: 'returnToClient', quantity: units(rest), amount: 0, value: 0 } as const]
      : []),
  ];
}

export function dispositionsOf(
  input: PolicyInput,
  judged: Judged,
  granted: Granted,
): Disposition[] {
  const { standing, weighed } = judged;
  if (once(input.holds).some(({ reason }) => reason === 'hazard')) return ['quarantine'];
  if (standing === 'needsPerson' || standing === 'needsFacts') return ['quarantine'];
  if (granted.quantity === 0)
    return judged.units.group.count.identity !== 'match'
      ? ['quarantine', 'returnToClient']
      : ['returnToClient', 'quarantine'];
  if (weighed.quality.is === 'holds') return ['returnToVendor', 'rework', 'scrap', 'quarantine'];
  const { findings, orderLine } = judged.units;
  const whole =
    inspected(judged.units) &&
    orderLine?.customised !== true &&
    defectsOf(findings).every(
      ({ observation }) => observation.cause === 'orderError' && isHarmless(observation.code),
    );
  return whole ? ['restock', 'quarantine'] : ['rework', 'scrap', 'keepWithAllowance', 'quarantine'];
}

/** Another article, a wrong label, too many or too few: no damage to the goods themselves. */
function isHarmless(code: string): boolean {
  return (
    /^(specification|labelAndDocuments)\./.test(code) ||
    code === 'quantity.surplus' ||
    code === 'quantity.short'
  );
}
