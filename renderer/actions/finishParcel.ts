import { epochDayOf, localDateOfEpochDay } from '../../shared/deadlines/epochDay.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import type { ArrivalId, CaseId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';

type Missing = FactOf<'parcelDone'>['missing'];

export type FinishParcel = {
  /** null: nobody knows whose goods these are. */
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId;
  /** Announced and not here, confirmed by who records it. */
  readonly missing: Missing;
};

/** What did not come with its parcel is expected this long, unless somebody says otherwise. */
const stillExpectedDays = 14;

/** The dock is done with a parcel. */
export async function finishParcel(
  context: ActionContext,
  input: FinishParcel,
): Promise<Result<FactOf<'parcelDone'>, ActionRefusal>> {
  return await record<FactOf<'parcelDone'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'parcelDone',
        ...input,
        expectedUntil: input.missing.length > 0 ? stillExpectedUntil(stamp.at.localDate) : null,
      }),
  });
}

/** Notes what did not come, while its parcel is still open. */
export async function noteMissing(
  context: ActionContext,
  input: FinishParcel & { readonly caseId: CaseId },
): Promise<Result<FactOf<'missingNoted'>, ActionRefusal>> {
  return await record<FactOf<'missingNoted'>>(context, {
    caseId: input.caseId,
    fact: (stamp) =>
      accept({
        ...stamp,
        kind: 'missingNoted',
        ...input,
        expectedUntil: stillExpectedUntil(stamp.at.localDate),
      }),
  });
}

function stillExpectedUntil(today: LocalDate): LocalDate {
  return localDateOfEpochDay(epochDayOf(today) + stillExpectedDays);
}
