/** A case with its inspection finished, and decisions about it as the desk signs them. */
import { type AdmissionView, admitFact } from '../../../shared/cases/admitFact.ts';
import { matchChoices, signed } from '../../../shared/cases/decisions/choices.ts';
import { computeVerdict, decidingOf, termsOf } from '../../../shared/cases/decisions/verdict.ts';
import { readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../../shared/cases/reading/policyInput.ts';
import type { GroupChoice } from '../../../shared/facts/decisionFacts.ts';
import type { Contract, Grant } from '../../../shared/facts/documents.ts';
import type { Fact, VerdictDecidedFact } from '../../../shared/facts/fact.ts';
import { aCase, aReturnLine } from './aCase.ts';
import { aCasesReferences } from './aCasesReferences.ts';
import { aContract } from './aContract.ts';
import { accepted } from './accepted.ts';
import { aDecision, aFinishedInspection, aSupervisor } from './decidedFacts.ts';
import { findingId, personId } from './ids.ts';
import { aFinding, anArrival, aPhoto, aUnitGroup } from './recordedFacts.ts';

export const sam = aSupervisor({ id: personId('sam') });
export const sara = aSupervisor();
export const five = (from: number) => [{ from, to: from + 5 }];

/** Five leak and are ours, five are sound. */
export const halfAndHalf: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aPhoto(),
  aFinding({ quantity: 5, units: five(0) }),
  aFinding({
    findingId: findingId('finding-2'),
    quantity: 5,
    units: five(5),
    observation: { kind: 'noDefect' },
  }),
];
export const allLeak: readonly Fact[] = [anArrival(), aUnitGroup(), aPhoto(), aFinding()];

type Told = {
  readonly facts: readonly Fact[];
  readonly grants?: readonly Grant[];
  readonly contract?: Partial<Contract>;
  readonly references?: Partial<CaseReferences>;
  readonly lines?: Parameters<typeof aReturnLine>[0];
};

/** The case with its inspection finished over all facts told. */
export function told({ facts, grants = [], contract, references, lines }: Told): AdmissionView {
  const basis = facts.filter((f) => f.kind !== 'verdictDecided').map((f) => f.id);
  const finished = aFinishedInspection({ basis });
  return {
    file: readCaseFile(
      aCase(lines ? { lines: [aReturnLine(lines)] } : {}),
      [...facts, finished],
      [],
      grants,
    ),
    arrival: null,
    twin: null,
    target: null,
    isIdTaken: false,
    owner: null,
    goods: [],
    references: aCasesReferences({ contract: aContract(contract), ...references }),
    refunds: [],
  };
}

/** The decision as the desk signs it: over what the policy computes. */
export function signedDecision(
  view: AdmissionView,
  choices: readonly Partial<GroupChoice>[],
  more: Partial<VerdictDecidedFact> = {},
): VerdictDecidedFact {
  const { file, references } = view;
  const inspection = file?.inspections[0];
  if (!file || !references || !inspection) throw new Error('nothing to decide about');
  const fact = aDecision(more);
  const decision = accepted(computeVerdict(inspection, file, references, decidingOf(fact, file)));
  const usual = aDecision().choices[0];
  const full = choices.map((choice) => ({ ...usual, ...choice }) as GroupChoice);
  const terms = termsOf(decision, inspection, file, references);
  return {
    ...fact,
    choices: accepted(matchChoices(full, decision)).map(signed),
    ...(terms ? { terms } : {}),
  };
}

export const refund = (from: number) => ({ units: five(from) });
export const back = (from: number): Partial<GroupChoice> => ({
  units: five(from),
  resolution: 'returnToClient',
  disposition: 'returnToClient',
});
export const admit = (fact: Fact, view: AdmissionView, actor = sara) => {
  const result = admitFact({ ...fact, personId: actor.id }, actor, view);
  return result.ok ? result.value : result.refusal;
};

export function factsIn({ file }: AdmissionView): readonly Fact[] {
  return file?.facts ?? [];
}

export const freight = {
  question: 'mixedFreight',
  unitGroupId: null,
  answer: 'us',
  reason: 'agreed',
};
