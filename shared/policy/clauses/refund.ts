import { fromThousandths } from '../../facts/quantity.ts';
import type { ClauseOutcome, PolicyInput, Standing } from '../decision.ts';
import type { DefectFinding } from '../reading/groupFacts.ts';
import { fired, notFired, type PortionContext } from '../reading/reading.ts';
import {
  citeAnswer,
  citeCase,
  citeContract,
  citeFacts,
  citeLine,
  citeOrderLine,
} from '../reading/references.ts';
import type { Worth } from '../reading/worth.ts';
import { why } from '../whyCodes.ts';

/**
 * III-REFUND: goods that meet the conditions and are intact (complete, no damage while the client had
 * them beyond what is ours or the carrier's) may have their refund started at once. Never for more
 * than was authorised, shipped and not granted before.
 */
export function refund(
  { facts, input }: PortionContext,
  decided: {
    readonly standing: Standing;
    readonly damage: readonly DefectFinding[];
    readonly refusedNotIntact: boolean;
    readonly notIntactOpen: boolean;
    readonly worth: Worth;
  },
): ClauseOutcome {
  const { damage, standing, worth } = decided;
  const beyond = codesOf(damage);
  const cited = [facts.group.id, ...citeFacts(damage)];
  if (decided.refusedNotIntact)
    return notFired('III-REFUND', why('refund.notIntactByPerson', { beyond }), [
      ...cited,
      citeAnswer('intactMeaning'),
    ]);
  if (decided.notIntactOpen)
    return notFired('III-REFUND', why('refund.notIntact', { beyond }), cited);
  if (worth.cap !== null) {
    const capped =
      worth.cap.by === 'worth'
        ? why('refund.worthGrantedElsewhere', { amount: worth.amount, currency: currencyOf(input) })
        : why(cappedBy[worth.cap.by], {
            granted: fromThousandths(worth.quantity),
            of: fromThousandths(facts.size),
            most: worth.cap.most,
          });
    const looked = [citeCase(input), ...citeLine(facts), ...citeOrderLine(facts), facts.group.id];
    return worth.quantity > 0
      ? fired('III-REFUND', capped, looked)
      : notFired('III-REFUND', capped, looked);
  }
  if (standing === 'upheld')
    return fired(
      'III-REFUND',
      why('refund.due', { amount: worth.amount, currency: currencyOf(input) }),
      [...citeContract(input), facts.group.id, ...citeFacts(facts.findings)],
    );
  return notFired(
    'III-REFUND',
    standing === 'notUpheld' ? why('refund.notUpheld', {}) : why('refund.undecided', {}),
    [facts.group.id],
  );
}

const cappedBy = {
  approved: 'refund.moreThanApproved',
  requested: 'refund.moreThanRequested',
  shipped: 'refund.moreThanShipped',
  granted: 'refund.grantedElsewhere',
} as const;

/** The contract's, or else the order's. */
export function currencyOf({ contract, orderLines }: PolicyInput): string {
  return contract?.currency ?? orderLines[0]?.currency ?? 'USD';
}

export function codesOf(damage: readonly DefectFinding[]): string {
  return [...new Set(damage.map((f) => f.observation.code))].sort().join(' ');
}
