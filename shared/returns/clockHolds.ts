import type { ClockHold } from '../deadlines/pauses.ts';
import type { CaseFile } from './caseFile.ts';

/** The holds of a case that let the inspection clock stand still, those released since included. */
export function clockHoldsOf(file: CaseFile): readonly ClockHold[] {
  const live = file.facts.filter((fact) => !file.corrected.has(fact.id));
  return live.flatMap((held) => {
    if (held.kind !== 'held' || !held.pausesClock) return [];
    const release = live.find((fact) => fact.kind === 'released' && fact.heldFactId === held.id);
    return [
      {
        heldOn: held.at.localDate,
        releasedOn: release?.at.localDate ?? null,
        reason: held.reason,
      },
    ];
  });
}
