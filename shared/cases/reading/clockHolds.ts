import type { ClockHold } from '../../deadlines/pauses.ts';
import { plausibleDay } from '../../deadlines/plausibleTime.ts';
import type { Contract } from '../../facts/documents.ts';
import type { Fact } from '../../facts/fact.ts';
import type { CaseFile } from './caseFile.ts';

/**
 * The holds of a case that let the inspection clock stand still, those released since included.
 * Possible only for the reasons the contract version names; otherwise a hold does not stop it.
 */
export function clockHoldsOf(
  file: Pick<CaseFile, 'facts' | 'corrected' | 'acceptedAt'>,
  contract: Pick<Contract, 'pausing'> | null,
): readonly ClockHold[] {
  const dayOf = ({ id, at }: Fact) => plausibleDay(at, file.acceptedAt.get(id) ?? null);
  const live = file.facts.filter((fact) => !file.corrected.has(fact.id));
  return live.flatMap((held) => {
    if (held.kind !== 'held' || !held.pausesClock) return [];
    if (!contract?.pausing?.includes(held.reason)) return [];
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
