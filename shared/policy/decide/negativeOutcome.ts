import type { ClaimReason, NegativeOutcome } from '../../facts/codes.ts';
import { assertNever } from '../../result.ts';
import { articleByRecords } from '../reading/articleOfRecords.ts';
import { responsibleFor } from '../reading/liability.ts';
import type { Ground, PortionContext } from '../reading/reading.ts';

/**
 * Why a claim was not upheld (X12 1294). `found` are the grounds there were before IV-CUSTOM and
 * IV-PERIOD took them away; `isTooLate` tells whether IV-PERIOD did, on which a late date alone is open.
 */
export function negativeOutcomeOf(
  context: PortionContext,
  found: readonly Ground[],
  isTooLate: boolean,
): NegativeOutcome {
  const { facts, weighing } = context;
  if (found.length > 0) return isTooLate ? 'timeLimitExceeded' : 'notDefective';
  if (weighing.misuse?.isProved) return 'notUsedAsIntended';
  if (weighing.unclear)
    return ['clientCarrier', 'ourCarrier'].includes(responsibleFor(context) ?? '')
      ? 'freightDamage'
      : 'notUsedAsIntended';
  if (weighing.ourTransport.length + weighing.otherTransport.length > 0) return 'freightDamage';
  return facts.line === null || articleByRecords(facts.group, facts.orderLine) === 'neither'
    ? 'noRecordOfSale'
    : ofRefutedClaim(facts.line.claimedReason);
}

function ofRefutedClaim(reason: ClaimReason): NegativeOutcome {
  switch (reason) {
    case 'defective':
    case 'poorWorkmanship':
    case 'packagingDefective':
    case 'labelProblem':
    case 'transportDamage':
      return 'notDefective';
    case 'notAsDescribed':
    case 'wrongGoods':
    case 'clientOrderingError':
    case 'surplus':
      return 'asOrdered';
    case 'wrongQuantity':
      return 'quantityDifference';
    default:
      return assertNever(reason);
  }
}
