import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import { mostTakings } from '../../shared/facts/takingFacts.ts';
import type { CaseId, FactId, PersonId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';
import { listRowsIn, packedRowsBy } from '../storage/packed/packedRows.ts';

/**
 * Puts a case on one's bench: others see who has it, where and since when, and none of them is kept
 * from anything. null: it is there already.
 */
export async function takeCase(
  context: ActionContext,
  caseId: CaseId,
): Promise<Result<FactOf<'caseTaken'> | null, ActionRefusal>> {
  const { db, person, enrolment } = context;
  const place = placeOf(enrolment.stationName);
  const [row] = await packedRowsBy(listRowsIn(db), [caseId]);
  const isHere = row?.heldBy.some((one) => one.personId === person.personId && one.place === place);
  if (isHere) return accept(null);
  return await record<FactOf<'caseTaken'>>(context, {
    caseId,
    fact: (stamp, now) =>
      accept({
        ...stamp,
        kind: 'caseTaken',
        caseId,
        place,
        after: [...finishedBy(stamp.personId, now?.file ?? null)],
      }),
  });
}

/** The inspections this person has finished in a case: what they take now is another one. */
export function finishedBy(personId: PersonId, file: CaseFile | null): readonly FactId[] {
  const own = file?.inspections.filter((one) => one.personId === personId) ?? [];
  return own.map(({ id }) => id).slice(-mostTakings);
}

function placeOf(stationName: string): string {
  return stationName.trim().slice(0, 60) || '–';
}
