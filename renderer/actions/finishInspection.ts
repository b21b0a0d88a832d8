import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import { basisOf, type InspectionLayer } from '../../shared/cases/reading/layers.ts';
import type { InspectionFinishedFact } from '../../shared/facts/fact.ts';
import type { RecordedTime } from '../../shared/facts/time.ts';
import { type CaseId, type FactId, InspectionId, VerdictId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

export type FinishInspection = {
  readonly caseId: CaseId;
  /** The layer that is finished; left out: the first inspection. */
  readonly inspectionId?: InspectionId | null;
  /** null: the inspector's first count, photo or finding not yet in an inspection. */
  readonly startedAt: RecordedTime | null;
  readonly note: string;
};

const checklistVersion = 1;

/** The inspector is done: the policy's verdict over everything recorded so far is proposed. */
export async function finishInspection(
  context: ActionContext,
  input: FinishInspection,
): Promise<Result<InspectionFinishedFact, ActionRefusal>> {
  return await record<InspectionFinishedFact>(context, {
    caseId: input.caseId,
    fact: (stamp, loaded) =>
      loaded
        ? accept({
            ...stamp,
            kind: 'inspectionFinished',
            caseId: input.caseId,
            inspectionId: input.inspectionId ?? InspectionId.parse(context.newId()),
            verdictId: VerdictId.parse(context.newId()),
            inspection: kindOf(loaded.file, input.inspectionId ?? null),
            checklistVersion,
            startedAt: input.startedAt ?? firstWorkOf(stamp.personId, loaded.file) ?? stamp.at,
            basis: [...basisFor(loaded.file, input.inspectionId ?? null)],
            note: input.note,
          })
        : refuse({ code: 'unknownCase' }),
  });
}

function firstWorkOf(personId: string, file: CaseFile): RecordedTime | null {
  const seen = new Set(file.inspections.flatMap((i) => i.basis));
  const work = [...file.unitGroups, ...file.photos, ...file.findings]
    .filter((f) => f.personId === personId && !seen.has(f.id))
    .map((f) => f.at)
    .sort((a, b) => (a.utc < b.utc ? -1 : 1));
  return work[0] ?? null;
}

function layerOf(file: CaseFile, inspectionId: InspectionId | null): InspectionLayer | undefined {
  return file.layers.find((layer) => layer.inspectionId === inspectionId);
}

/** The first inspection, finished again after it was sent back, is a re-inspection of the same layer. */
function kindOf(
  file: CaseFile,
  inspectionId: InspectionId | null,
): InspectionFinishedFact['inspection'] {
  const layer = layerOf(file, inspectionId);
  if (layer?.started) return layer.inspection;
  return (layer?.finished.length ?? 0) === 0 ? 'first' : 'reInspection';
}

function basisFor(file: CaseFile, inspectionId: InspectionId | null): readonly FactId[] {
  const layer = layerOf(file, inspectionId);
  return layer ? basisOf(file.facts, file.layers, layer) : [];
}
