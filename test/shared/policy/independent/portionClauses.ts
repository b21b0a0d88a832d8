/** Which clauses speak for some units. */
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { given } from './given.ts';
import type { Judged } from './judged.ts';
import type { Granted } from './money.ts';
import { applied, cameAsReturn, papersLacking } from './papers.ts';

export function portionClauses(input: PolicyInput, judged: Judged, granted: Granted): ClauseId[] {
  const { weighed, units } = judged;
  const fired: ClauseId[] = [];
  if (weighed.quality.is === 'holds') fired.push('II-QUALITY');
  if (weighed.order.is === 'holds' && units.orderLine !== null) fired.push('II-ORDER');
  if (weighed.transport.is === 'holds') fired.push('II-TRANSPORT');
  const time = applied(input, units.orderLine);
  const refused =
    (judged.strange !== null &&
      !judged.questions.some(({ question }) => question === 'serialAgain') &&
      (units.serialSeenIn === null || given(input, 'serialAgain', units.place) === 'countAgain') &&
      given(input, 'blindReturn', units.place) === 'refuseAsReturn') ||
    cameAsReturn(input) === false;
  if (time.kind === 'inTime' && papersLacking(input).length === 0 && !refused)
    fired.push('III-APPLY');
  if (granted.quantity > 0) fired.push('III-REFUND');
  if (customForbids(judged)) fired.push('IV-CUSTOM');
  if (judged.conflict.late && !judged.conflict.lateAccepted) fired.push('IV-PERIOD');
  return fired;
}

/** Made to specification and known not to be a quality issue. */
function customForbids({ units, weighed, conflict: { customBlocks } }: Judged): boolean {
  if (units.orderLine?.customised !== true) return false;
  const { quality, order, transport } = weighed;
  if (quality.is !== 'fails') return customBlocks;
  if (units.doubtful && order.is !== 'holds' && transport.is !== 'holds') return false;
  return order.is === 'holds' || transport.is === 'holds'
    ? customBlocks
    : order.is === 'fails' && transport.is === 'fails';
}
