import type { PolicyVersion } from '../facts/documents.ts';
import type { LocalDate } from '../facts/time.ts';

/** The version of the policy that governs an application of a day, or null before the first. Drafts govern nothing. */
export function policyInForce(
  versions: readonly PolicyVersion[],
  on: LocalDate,
): PolicyVersion | null {
  return latest(
    versions.filter((version) => version.status === 'inForce'),
    on,
  );
}

/** The first a company ever had, once it is in force by `asOf`; null before. */
export function firstInForce(
  versions: readonly PolicyVersion[],
  asOf: LocalDate,
): PolicyVersion | null {
  const days = versions
    .filter((version) => version.status === 'inForce' && version.effectiveFrom <= asOf)
    .map((version) => version.effectiveFrom)
    .toSorted();
  const [day] = days;
  return day === undefined ? null : policyInForce(versions, day);
}

/** The last to take effect; of two that took effect the same day, the higher number. */
function latest<T extends { readonly effectiveFrom: LocalDate; readonly version: number }>(
  versions: readonly T[],
  on: LocalDate,
): T | null {
  let found: T | null = null;
  for (const version of versions) {
    if (version.effectiveFrom > on) continue;
    if (
      found === null ||
      version.effectiveFrom > found.effectiveFrom ||
      (version.effectiveFrom === found.effectiveFrom && version.version > found.version)
    )
      found = version;
  }
  return found;
}
