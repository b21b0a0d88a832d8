/** What is tried of a case, portion by portion, before anybody looks what would turn it. */

import { checkInput } from '../../../../shared/policy/decide/inputChecks.ts';
import { readCase } from '../../../../shared/policy/decide/readCase.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { changesFor } from '../../../../shared/policy/explain/counterfactualFacts.ts';
import type { Alternatives } from '../../../../shared/policy/explain/factChange.ts';
import { readClocks } from '../../../../shared/policy/reading/caseClocks.ts';
import { nameUnits, type Portion } from '../../../../shared/policy/reading/portions.ts';

export type Tried = {
  readonly input: PolicyInput;
  readonly portion: Portion;
  /** The other portions of the case. */
  readonly others: readonly Portion[];
  readonly changes: readonly Alternatives[];
};

/** Every finding names its units, as when it is tried. Nothing of a case that cannot be decided. */
export function changesTried(given: PolicyInput): readonly Tried[] {
  const input = nameUnits(given);
  const clocks = readClocks(input);
  if (!checkInput(input).ok || !clocks.ok) return [];
  const read = readCase(input, clocks.value);
  const portions = read.map(({ reading }) => reading.context.facts);
  return read.map(({ reading }) => ({
    input,
    portion: reading.context.facts,
    others: portions.filter((portion) => portion !== reading.context.facts),
    changes: changesFor(reading.context, reading.questions),
  }));
}
