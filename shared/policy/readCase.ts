import type { SamplingAgreement } from '../returns/documents.ts';
import { applicationStandingOf } from './application.ts';
import type { CaseClocks } from './caseClocks.ts';
import type { PolicyInput, Standing } from './decision.ts';
import { type Worth, worthNothing, worthOf } from './eligible.ts';
import { caseIntake } from './intake.ts';
import { portionsOf } from './portions.ts';
import { type PortionReading, readPortion } from './readPortion.ts';
import { inferFromSample, type Weighed } from './sampleInference.ts';
import { weighFindings } from './weighing.ts';

/** One portion, read and priced beside the others of the case. */
export type PortionRead = {
  readonly reading: PortionReading;
  readonly worth: Worth;
  /** Upheld on its facts, but nothing of it was authorised, shipped or left. */
  readonly isCappedAway: boolean;
  readonly standing: Standing;
};

/** Every portion of a case that `checkInput` accepts, in the order of a decision. */
export function readCase(input: PolicyInput, clocks: CaseClocks): readonly PortionRead[] {
  const readings = readAll(input, clocks);
  const worths = worthOf(readings, input.grantedElsewhere, input.policy.parameters.rounding);
  return readings.map((reading, index) => {
    const worth = worths[index] ?? worthNothing;
    const isCappedAway =
      reading.standing === 'upheld' && worth.quantity === 0 && !reading.refusedNotIntact;
    return {
      reading,
      worth,
      isCappedAway,
      standing: isCappedAway ? 'notUpheld' : reading.standing,
    };
  });
}

function readAll(input: PolicyInput, clocks: CaseClocks): readonly PortionReading[] {
  const { policy, contract } = input;
  const ofCase = caseIntake(input);
  const weighed = portionsOf(input).map((portion) => ({
    portion,
    weighing: weighFindings(portion, policy.parameters.misuseIndicatorsNeeded),
  }));
  return inferredByGroup(weighed, contract?.sampling ?? null).map(({ portion, weighing }) =>
    readPortion(
      {
        input,
        clocks,
        facts: portion,
        weighing,
        application: applicationStandingOf(input, clocks, portion),
      },
      ofCase,
    ),
  );
}

function inferredByGroup(
  weighed: readonly Weighed[],
  sampling: SamplingAgreement | null,
): readonly Weighed[] {
  const groups = new Map<string, Weighed[]>();
  for (const one of weighed) {
    const id = one.portion.group.unitGroupId;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups.values()].flatMap((ofGroup) => inferFromSample(ofGroup, sampling));
}
