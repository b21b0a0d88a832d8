import type { Fact, InspectionFinishedFact } from '../../facts/fact.ts';
import type { CaseFile } from './caseFile.ts';

/**
 * Whether a verdict that stands, or that money was granted on, rests on a fact, so that taking it back
 * would leave a sum on the page for what is no longer there: the verdict is sent back first. While
 * nobody has decided, the bench may still take back what it found; the inspection is finished again,
 * and no older verdict can be signed.
 */
export function isUnderVerdict(fact: Fact, file: CaseFile): boolean {
  const resting = file.inspections.filter((one) => one.basis.includes(fact.id));
  const standing = resting.filter((one) => file.heads.includes(one.verdictId));
  if (resting.some((one) => isDecided(one, file))) return true;
  return standing.length > 0 && !ofTheBench(fact);
}

/** Also one that was passed over since: what it granted was paid. */
function isDecided(
  { verdictId }: InspectionFinishedFact,
  { heads, decisions, grants }: CaseFile,
): boolean {
  const own = decisions.filter((d) => d.verdictId === verdictId);
  if (heads.includes(verdictId)) return own.length > 0;
  return (
    grants.some((g) => g.verdictId === verdictId) && own.every((d) => d.decision !== 'sendBack')
  );
}

function ofTheBench({ kind }: Fact): boolean {
  return kind === 'finding' || kind === 'photoTaken' || kind === 'photoAttached';
}
