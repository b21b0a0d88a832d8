import type { FactOf } from '../../shared/facts/fact.ts';
import type { CaseId, PersonId } from '../../shared/ids.ts';
import { accept, type Result } from '../../shared/result.ts';
import type { ActionContext, ActionRefusal } from '../recording/actionContext.ts';
import { record } from '../recording/record.ts';
import { finishedBy } from './takeCase.ts';

export type HandOverCase = {
  readonly caseId: CaseId;
  /** Who has it; oneself, unless it is taken over from somebody, or a supervisor does it for them. */
  readonly from: PersonId;
  /** null: back to the list. */
  readonly to: PersonId | null;
  readonly note: string;
};

/** Gives a case on one's bench to somebody, or back to the list. */
export async function handOverCase(
  context: ActionContext,
  input: HandOverCase,
): Promise<Result<FactOf<'caseHandedOver'>, ActionRefusal>> {
  const { caseId, from, to } = input;
  return await record<FactOf<'caseHandedOver'>>(context, {
    caseId,
    fact: (stamp, loaded) => {
      const takings = loaded?.file.takings ?? [];
      const had = takings.find(({ personId }) => personId === from);
      return accept({
        ...stamp,
        kind: 'caseHandedOver',
        ...input,
        ends: [...(had?.ids ?? [])],
        after: to === null ? [] : [...finishedBy(to, loaded?.file ?? null)],
      });
    },
  });
}

/** All of them, one after another, as at the end of a shift; the first refusal stops it. */
export async function handOverCases(
  context: ActionContext,
  { caseIds, ...input }: Omit<HandOverCase, 'caseId'> & { readonly caseIds: readonly CaseId[] },
): Promise<Result<number, ActionRefusal>> {
  let done = 0;
  for (const caseId of caseIds) {
    const handed = await handOverCase(context, { ...input, caseId });
    if (!handed.ok) return handed;
    done += 1;
  }
  return accept(done);
}
