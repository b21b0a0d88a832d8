import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../../shared/cases/reading/policyInput.ts';
import type { DeadlineRefusal, DeadlineStanding } from '../../../shared/deadlines/deadline.ts';
import type { InspectionClock } from '../../../shared/deadlines/inspectionClock.ts';
import type { OrderLine, Person, Precedent, Refund } from '../../../shared/facts/documents.ts';
import type { FactId } from '../../../shared/ids.ts';
import type { CaseDecision, PolicyRefusal } from '../../../shared/policy/decision.ts';
import type { Result } from '../../../shared/result.ts';
import type { Acceptance } from '../../storage/rows.ts';

/** Everything one screen needs to know of one case, corrections applied, refused facts left out. */
export type CaseView = {
  readonly file: CaseFile;
  /** null while the policy it must be decided with is not here yet. */
  readonly references: CaseReferences | null;
  readonly decision: Result<CaseDecision, PolicyRefusal> | null;
  readonly standing: DeadlineStanding | null;
  /** Goods are here and nobody can count their days, and why. */
  readonly uncounted: DeadlineRefusal | null;
  /** The station's clock was wrong when they arrived. */
  readonly corrected: InspectionClock['corrected'];
  readonly clientName: string;
  readonly orderLines: readonly OrderLine[];
  readonly acceptance: ReadonlyMap<FactId, Acceptance>;
  readonly refunds: readonly Refund[];
  /** Earlier answers to the questions this case raises. */
  readonly precedents: readonly Precedent[];
  /** Names for the person ids in its facts. */
  readonly people: ReadonlyMap<string, Pick<Person, 'id' | 'name'>>;
};
