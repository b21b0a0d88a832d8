import type { ClockHold } from '../deadlines/pauses.ts';
import { plausibleDay } from '../deadlines/plausibleTime.ts';
import type { CaseFile } from './caseFile.ts';
import type { Fact } from './fact.ts';

/** The holds of a case that let the inspection clock stand still, those released since included. */
export function clockHoldsOf(file: CaseFile): readonly ClockHold[] {
  const dayOf = ({ id, at }: Fact) => plausibleDay(at, file.acceptedAt.get(id) ?? null);
  const live = file.facts.filter((fact) => !file.corrected.has(fact.id));
  return live.flatMap((held) => {
    if (held.kind !== 'held' || !held.pausesClock) return [];
    const release = live.find((fact) => fact.kind === 'released' && fact.heldFactId === held.id);
    return [
      {
        heldOn: dayOf(held),
        releasedOn: release ? dayOf(release) : null,
        reason: held.reason,
      },
    ];
  });
}
