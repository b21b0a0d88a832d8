import type { CaseFile } from './caseFile.ts';
import type { Fact } from './fact.ts';

/**
 * Whether a verdict that stands rests on a fact, so that taking it back would leave a sum on the page
 * for what is no longer there: the verdict is sent back first. While nobody has decided, the bench may
 * still take back what it found; the inspection is finished again, and no older verdict can be signed.
 */
export function isUnderVerdict(fact: Fact, { heads, inspections, decisions }: CaseFile): boolean {
  const resting = inspections.filter(
    (one) => heads.includes(one.verdictId) && one.basis.includes(fact.id),
  );
  const isDecided = resting.some((one) => decisions.some((d) => d.verdictId === one.verdictId));
  return isDecided || (resting.length > 0 && !ofTheBench(fact));
}

function ofTheBench({ kind }: Fact): boolean {
  return kind === 'finding' || kind === 'photoTaken' || kind === 'photoAttached';
}
