import type { SamplingAgreement } from '../../facts/documents.ts';
import { type PortionFreight, shipCost } from '../clauses/shipCost.ts';
import type { PolicyInput, Standing } from '../decision.ts';
import { applicationStandingOf } from '../reading/application.ts';
import type { CaseClocks } from '../reading/caseClocks.ts';
import { type Answering, answeringForGrounds, answeringForRefused } from '../reading/liability.ts';
import type { PortionReading } from '../reading/portionReading.ts';
import { portionsOf, quantityOf } from '../reading/portions.ts';
import type { PortionContext, WayBackOf } from '../reading/reading.ts';
import { weighFindings } from '../reading/weighing.ts';
import { type Worth, worthNothing } from '../reading/worth.ts';
import { inferFromSample, type Weighed } from '../sampling/sampleInference.ts';
import { priceOf, worthOf } from './eligible.ts';
import { caseIntake } from './intake.ts';
import { readPortion } from './readPortion.ts';

/** One portion, read and priced beside the others of the case. */
export type PortionRead = {
  readonly reading: PortionReading;
  readonly worth: Worth;
  /** Upheld on its facts, but nothing of it was authorised, shipped or left. */
  readonly isCappedAway: boolean;
  readonly standing: Standing;
  /** For the freight: whoever's fault it was, whatever becomes of damage on the way back. */
  readonly answering: Answering;
};

/**
 * Every portion of a case that `checkInput` accepts, in the order of a decision. Damage of the way back
 * is the risk of whoever had to arrange it: of units of ours it is ours, unless the client bears the
 * freight, as a person may say of a mixed parcel.
 */
export function readCase(input: PolicyInput, clocks: CaseClocks): readonly PortionRead[] {
  const asOurs = readWith(input, clocks, 'us');
  const isDamagedBack = asOurs.some(
    ({ reading }) => reading.context.weighing.returnTransport.length > 0,
  );
  if (!isDamagedBack) return asOurs;
  // Goods still open are nobody's fault yet, and change nothing for the others.
  const known = asOurs.filter(({ answering }) => answering.liability !== 'undetermined');
  if (shipCost(input, freightOf(known)).cost.bearer !== 'client') return asOurs;
  return readWith(input, clocks, 'client').map((portion, index) => ({
    ...portion,
    answering: asOurs[index]?.answering ?? portion.answering,
  }));
}

/** What the freight depends on. */
export function freightOf(portions: readonly PortionRead[]): readonly PortionFreight[] {
  return portions.map(({ answering, reading: { context } }) => ({
    unitsFactId: context.facts.group.id,
    ...answering,
    quantity: quantityOf(context.facts),
    worth: stakeOf(context),
  }));
}

/** What would be paid if all its units were eligible. */
export function stakeOf({ facts: { orderLine, size }, input }: PortionContext): number {
  return orderLine === null ? 0 : priceOf(orderLine, size, input.policy.parameters.rounding);
}

function readWith(
  input: PolicyInput,
  clocks: CaseClocks,
  wayBackOf: WayBackOf,
): readonly PortionRead[] {
  const readings = readAll(input, clocks, wayBackOf);
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
      answering: answeringFor(reading),
    };
  });
}

/** By what was found: a number that keeps units from being paid lays nothing on anybody. */
export function answeringFor({ context, grounds, standing }: PortionReading): Answering {
  if (standing === 'notUpheld') return answeringForRefused(context);
  return standing === 'upheld'
    ? answeringForGrounds(context, grounds)
    : { liability: 'undetermined', rechargeTo: null };
}

function readAll(
  input: PolicyInput,
  clocks: CaseClocks,
  wayBackOf: WayBackOf,
): readonly PortionReading[] {
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
        wayBackOf,
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
