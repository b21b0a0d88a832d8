import { draftMs } from '../../shared/cases/retention.ts';
import type { CaseId, UnitGroupId } from '../../shared/ids.ts';
import type { ActionContext } from '../recording/actionContext.ts';
import type { FindingDraft } from '../storage/rows.ts';
import { takeCase } from './takeCase.ts';

export type { FindingDraft } from '../storage/rows.ts';

/**
 * Keeps a finding that is not finished, or (null) lets it go. No fact and no command: it never
 * leaves this station, and nothing is decided by it. Whoever goes on with it takes the case.
 */
export async function saveDraft(
  context: ActionContext,
  input: {
    readonly caseId: CaseId;
    readonly unitGroupId: UnitGroupId;
    readonly draft: FindingDraft | null;
  },
): Promise<void> {
  const { db, clock, person } = context;
  const { caseId, draft } = input;
  const key = `${caseId} ${input.unitGroupId}`;
  const now = clock.now();
  const oldest = new Date(now - draftMs).toISOString();
  await db.transaction('rw', db.drafts, async () => {
    await db.drafts.filter((row) => row.savedAt < oldest).delete();
    if (draft === null) await db.drafts.delete(key);
    else
      await db.drafts.put({
        key,
        caseId,
        personId: person.personId,
        savedAt: new Date(now).toISOString(),
        draft,
      });
  });
  // Whoever begins a finding has the case; where that cannot be recorded, the work goes on.
  if (draft !== null) await takeCase(context, caseId);
}
