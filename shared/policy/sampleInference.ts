import type { SamplingAgreement } from '../returns/documents.ts';
import { fromThousandths } from '../returns/quantity.ts';
import { type GroupFacts, isDefect } from './groupFacts.ts';
import { agreedPlans } from './sampling.ts';
import type { Inferred, Weighing } from './weighing.ts';

/**
 * Where the contract agreed sampling and enough units were inspected, the rest of the group is
 * inferred: a failed lot is defective as a whole, a passed lot is sound but for what was found.
 * Only findings of our making, or none, can be inferred from; anything doubtful, misuse above all,
 * must be found on the units themselves.
 */
export function inferFromSample(
  weighing: Weighing,
  facts: GroupFacts,
  agreement: SamplingAgreement | null,
): Weighing {
  const { size, uninspected } = weighing;
  if (agreement === null || uninspected === 0 || uninspected === size) return weighing;
  if (!isClearCut(weighing)) return weighing;
  const plans = agreedPlans(agreement, fromThousandths(size));
  if (!plans.ok) return weighing;
  const inspected = fromThousandths(size - uninspected);
  if (inspected < plans.value.sampleSize) return weighing;

  const found = { critical: 0, major: 0, minor: 0 };
  for (const finding of facts.findings)
    if (isDefect(finding) && !weighing.beyond.includes(finding))
      found[finding.observation.severity] += finding.quantity;
  const upheld =
    found.critical >= plans.value.critical.reject ||
    found.major >= plans.value.major.reject ||
    found.minor >= plans.value.minor.reject;
  const inferred: Inferred = {
    upheld,
    quantity: fromThousandths(uninspected),
    inspected,
    defective: fromThousandths(weighing.manufacturing.quantity),
  };
  const grown = upheld ? weighing.manufacturing : weighing.noDefect;
  const share = { ...grown, quantity: grown.quantity + uninspected };
  return upheld
    ? { ...weighing, manufacturing: share, uninspected: 0, inferred }
    : { ...weighing, noDefect: share, uninspected: 0, inferred };
}

/** Nothing but manufacturing defects and sound units were found. */
function isClearCut(weighing: Weighing): boolean {
  const others = [
    weighing.orderError,
    weighing.ourTransport,
    weighing.otherTransport,
    weighing.unclear,
    weighing.misuseProved,
    weighing.misuseNotProved,
  ];
  return (
    !weighing.contradictory &&
    weighing.byRecords === 0 &&
    others.every((share) => share.findings.length === 0) &&
    weighing.beyond.length === 0
  );
}
