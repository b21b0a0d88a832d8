import { type CaseId, InspectionId, VerdictId } from '../../shared/ids.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { CaseFile } from '../../shared/returns/caseFile.ts';
import type { InspectionFinishedFact } from '../../shared/returns/fact.ts';
import type { RecordedTime } from '../../shared/returns/time.ts';
import type { ActionContext, ActionRefusal } from './actionContext.ts';
import { record } from './record.ts';

export type FinishInspection = {
  readonly caseId: CaseId;
  readonly inspection: InspectionFinishedFact['inspection'];
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
            inspectionId: InspectionId.parse(context.newId()),
            verdictId: VerdictId.parse(context.newId()),
            inspection: input.inspection,
            checklistVersion,
            startedAt: input.startedAt ?? firstWorkOf(stamp.personId, loaded.file) ?? stamp.at,
            basis: loaded.file.facts.map((f) => f.id).sort(),
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
