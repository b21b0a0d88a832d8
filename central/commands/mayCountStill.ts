import { isFloorWork } from '../../shared/cases/acceptAnyway.ts';
import { unsentUnderRetiredKeyMs } from '../../shared/cases/retention.ts';
import { plausibleTime, skewLimitMs } from '../../shared/deadlines/plausibleTime.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { RetiredKey } from '../people/keyPeriodRows.ts';

/**
 * Does a fact count that a retired key signed, or somebody who may record it no more? The time it names is only its signer's word, so it
 * has to agree with what central knows:
 *  - the key was retired because its person left or got another, not because it was in wrong hands;
 *  - it says it was recorded before that, and not a month ago;
 *  - the station had not heard central after that (it notes when it last did, and is told at once);
 *  - nothing earlier in the station's chain was recorded after that: a chain does not run backwards;
 *  - it is floor work and decides nothing. A decision that came too late is made anew by whoever may, from the queue.
 */
export function mayCountStill(
  fact: Fact,
  key: Pick<RetiredKey, 'retiredAt' | 'why'>,
  known: { readonly acceptedAt: string; readonly recordedThrough: Date | null },
): Result<null, Refusal> {
  const refusal = refuse({ code: 'keyRetired', at: key.retiredAt, why: key.why } as const);
  if (key.why === 'compromised' || !isFloorWork(fact.kind)) return refusal;
  const retiredAt = Date.parse(key.retiredAt);
  if (Date.parse(known.acceptedAt) - retiredAt > unsentUnderRetiredKeyMs) return refusal;
  const { instant, doubt } = plausibleTime(fact.at, known.acceptedAt);
  const heardAt = Date.parse(fact.at.knownAfter ?? '');
  const isAfter = [
    Date.parse(instant),
    heardAt,
    known.recordedThrough?.getTime() ?? Number.NaN,
  ].some((at) => at > retiredAt + skewLimitMs);
  return isAfter || doubt === 'behind' || doubt === 'ahead' ? refusal : accept(null);
}
