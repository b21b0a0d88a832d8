import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { FindingFact } from '../../shared/facts/fact.ts';
import type { UnitSpan } from '../../shared/facts/recorded.ts';
import { unitsOf } from '../../shared/facts/spans.ts';
import {
  type CaseId,
  FindingId,
  type InspectionId,
  type PhotoId,
  type UnitGroupId,
} from '../../shared/ids.ts';
import { unitsNotFound } from '../../shared/policy/reading/placing.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type RecordFinding = {
  readonly caseId: CaseId;
  readonly unitGroupId: UnitGroupId;
  readonly quantity: number;
  /** The second inspection it belongs to; left out: the first one. */
  readonly inspectionId?: InspectionId | null;
  /**
   * Which units of the group, `quantity` of them, or their serials. Left out: units nothing was found
   * on in this inspection yet.
   */
  readonly units?: readonly UnitSpan[];
  readonly serials?: readonly string[];
  readonly observation: FindingFact['observation'];
  readonly measurements: FindingFact['measurements'];
  /** Of the parts of a set those that are not there; left out or none: nobody named any. */
  readonly missingParts?: readonly string[];
  readonly photoIds: readonly PhotoId[];
  readonly note: string;
};

/** What an inspector found true of some units. */
export async function recordFinding(
  context: ActionContext,
  { inspectionId = null, serials = [], units, missingParts = [], ...input }: RecordFinding,
): Promise<Result<FindingFact, ActionRefusal>> {
  return await record<FindingFact>(context, {
    caseId: input.caseId,
    fact: (stamp, loaded) =>
      accept({
        ...stamp,
        kind: 'finding',
        ...input,
        ...(missingParts.length === 0 ? {} : { missingParts: [...missingParts] }),
        ...(inspectionId === null ? {} : { inspectionId }),
        ...unitsNamed(loaded?.file ?? null),
        findingId: FindingId.parse(context.newId()),
        photoIds: [...input.photoIds],
      }),
  });
  function unitsNamed(file: CaseFile | null): Pick<FindingFact, 'units' | 'serials'> {
    if (serials.length > 0) return { serials: [...serials] };
    if (units !== undefined) return units.length > 0 ? { units: [...units] } : {};
    const group = file?.unitGroups.find((g) => g.unitGroupId === input.unitGroupId);
    const layer = file?.layers.find((l) => l.inspectionId === inspectionId);
    if (!group) return {};
    const own = layer?.findings.filter((f) => f.unitGroupId === input.unitGroupId) ?? [];
    const free = unitsOf(unitsNotFound(group, own, input.quantity));
    // Where fewer are left, whoever records it says which ones; the rule refuses anything else.
    return free.length > 0 ? { units: [...free] } : {};
  }
}
