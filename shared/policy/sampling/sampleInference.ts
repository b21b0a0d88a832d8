import type { Severity } from '../../facts/codes.ts';
import type { SamplingAgreement } from '../../facts/documents.ts';
import { fromThousandths, toThousandths } from '../../facts/quantity.ts';
import { firstOf, joined, lengthOf, type Span, within } from '../../facts/spans.ts';
import type { Inferred } from '../decision.ts';
import { isDefect } from '../reading/groupFacts.ts';
import type { Portion } from '../reading/portions.ts';
import type { Weighing } from '../reading/weighing.ts';
import { agreedPlans } from './sampling.ts';

export type Weighed = { readonly portion: Portion; readonly weighing: Weighing };

/**
 * Where the contract agreed sampling and enough units of a group were inspected, those nobody looked
 * at are inferred, and marked: of a failed lot they are defective, of a passed one sound. Each class
 * of defect is judged over its own sample, the first units inspected; a critical one fails the lot.
 * Only findings of our making, or none, can be inferred from; anything doubtful, misuse above all,
 * must be found on the units themselves. `ofGroup` are all portions of one group.
 */
export function inferFromSample(
  ofGroup: readonly Weighed[],
  agreement: SamplingAgreement | null,
): readonly Weighed[] {
  if (agreement === null || !ofGroup.every(isClearCut)) return ofGroup;
  const seen = ofGroup.filter(({ weighing }) => weighing.inspected);
  const unseen = ofGroup.filter(({ portion }) => portion.findings.length === 0);
  const lot = ofGroup.reduce((sum, { portion }) => sum + portion.size, 0);
  const plans = agreedPlans(agreement, fromThousandths(lot));
  if (!plans.ok) return ofGroup;
  const inspected = joined(seen.flatMap(({ portion }) => portion.spans));
  const { critical, major, minor, sampleSize } = plans.value;
  if (lengthOf(inspected) < toThousandths(sampleSize)) return ofGroup;

  const failedBy = (severity: Severity, sample: readonly Span[], accept: number) => {
    const found = fromThousandths(lengthOf(within(sample, defectiveUnits(seen, [severity]))));
    const size = fromThousandths(lengthOf(sample));
    return found > accept ? { severity, sample: size, found, accept } : null;
  };
  const first = (n: number) => firstOf(inspected, toThousandths(n));
  const failed =
    failedBy('critical', inspected, critical.accept) ??
    failedBy('major', first(major.sampleSize), major.accept) ??
    failedBy('minor', first(minor.sampleSize), minor.accept);
  const inferred: Inferred = {
    upheld: failed !== null,
    inspected: fromThousandths(lengthOf(inspected)),
    defective: fromThousandths(lengthOf(defectiveUnits(seen, ['critical', 'major', 'minor']))),
    failed,
  };
  return ofGroup.map((one) =>
    unseen.includes(one) ? { ...one, weighing: { ...one.weighing, inferred } } : one,
  );
}

function defectiveUnits(seen: readonly Weighed[], of: readonly Severity[]): readonly Span[] {
  return joined(
    seen.flatMap(({ portion }) =>
      portion.findings.some((f) => isDefect(f) && of.includes(f.observation.severity))
        ? portion.spans
        : [],
    ),
  );
}

/** Nothing but manufacturing defects and sound units were found. */
function isClearCut({ portion, weighing }: Weighed): boolean {
  return (
    !weighing.contradictory &&
    portion.findings.every((f) => !isDefect(f) || f.observation.cause === 'manufacturing')
  );
}
