import { accept, type Result, refuse } from '../result.ts';
import type { Liability } from '../returns/codes.ts';
import { fromThousandths, toThousandths } from '../returns/quantity.ts';
import { applicationStandingOf } from './application.ts';
import { readClocks } from './caseClocks.ts';
import { customerService, improve } from './clauses/customerService.ts';
import { inspect, startedLateQuestion } from './clauses/inspect.ts';
import { refund } from './clauses/refund.ts';
import { review } from './clauses/review.ts';
import { shipCost } from './clauses/shipCost.ts';
import {
  type CaseDecision,
  type ClauseId,
  type ClauseOutcome,
  clauseIds,
  type GroupDecision,
  type PolicyInput,
  type PolicyRefusal,
  type Question,
  type Standing,
} from './decision.ts';
import { type Worth, worthOf } from './eligible.ts';
import { missingEvidenceOf } from './evidence.ts';
import { groupsOf } from './groupFacts.ts';
import { checkInput } from './inputChecks.ts';
import { caseIntake } from './intake.ts';
import { liabilityOfGrounds, liabilityOfRefused } from './liability.ts';
import { type GroupReading, readGroup } from './readGroup.ts';
import { recordsShowWrong } from './recordsShowWrong.ts';
import { dispositionsOf, resolutionsOf } from './resolution.ts';
import { multiplyRounded } from './rounding.ts';
import { inferFromSample } from './sampleInference.ts';
import { weighFindings } from './weighing.ts';

/**
 * Applies one version of the return policy to one case: per unit group the verdict, the liability,
 * the resolutions and the dispositions on offer, each with the clauses that fired and those that did
 * not, and for the case the freight, the photos still wanted and the questions only a person may
 * answer. Pure and total; the order of facts does not matter; `asOf` (site-local) moves nothing but
 * the clocks. Amounts are integer minor units of the contract's currency, quantities in the
 * article's unit.
 * Refusals name the field: `badDate`, `negativeQuantity`, `unknownOrderLine`, `unknownArticle`,
 * `currencyMismatch`, `policyNotInForce`, `calendarEnds`, `calendarStartsLater`, `badZone`,
 * `badLength`. Implements every clause of policy.md.
 */
export function decideCase(input: PolicyInput): Result<CaseDecision, PolicyRefusal> {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const counted = readClocks(input);
  if (!counted.ok) return refuse(counted.refusal);
  const clocks = counted.value;
  const { policy, contract } = input;

  const groups = groupsOf(input);
  const byRecords = recordsShowWrong(groups);
  const ofCase = caseIntake(input);
  const readings = groups.map((facts) =>
    readGroup(
      {
        input,
        clocks,
        facts,
        weighing: inferFromSample(
          weighFindings(
            facts,
            byRecords.get(facts.group.unitGroupId) ?? 0,
            policy.parameters.misuseIndicatorsNeeded,
          ),
          facts,
          contract?.sampling ?? null,
        ),
        application: applicationStandingOf(input, clocks, facts),
      },
      ofCase,
    ),
  );
  const worth = worthOf(readings, policy.parameters.rounding);
  const decided = readings.map((reading) =>
    decideGroup(reading, worth.get(reading.context.facts.group.unitGroupId) ?? nothing),
  );
  const shipping = shipCost(
    input,
    decided.map((group, index) => ({
      unitsFactId: groups[index]?.group.id ?? '',
      liability: group.liability,
      partlyRefused:
        group.standing === 'upheld' &&
        group.eligibleQuantity < (groups[index]?.group.quantity ?? 0),
    })),
  );
  const refundAmount = decided.reduce((sum, group) => sum + group.eligibleAmount, 0);
  const late = refundAmount > 0 ? startedLateQuestion(input, clocks) : null;
  const questions = distinct([
    ...decided.flatMap((group) => group.questions),
    ...(shipping.question ? [shipping.question] : []),
    ...(late ? [late] : []),
  ]);
  const standing = standingOfCase(decided, shipping.question !== null);
  return accept({
    policyVersionId: policy.id,
    policyVersion: policy.version,
    contractId: contract?.id ?? null,
    contractVersion: contract?.version ?? null,
    currency: contract?.currency ?? input.orderLines[0]?.currency ?? 'USD',
    groups: decided,
    questions,
    clauses: inOrder([
      review(input, clocks),
      shipping.outcome,
      inspect(input, clocks),
      customerService(input),
      improve(input, standing),
    ]),
    missingEvidence: groups.flatMap((facts) => missingEvidenceOf(input, facts)),
    shippingCost: shipping.cost,
    refundAmount,
    standing,
  });
}

const nothing: Worth = { grounds: [], quantity: 0, amount: 0 };

function decideGroup(reading: GroupReading, worth: Worth): GroupDecision {
  const { context, negative, refusedNotIntact } = reading;
  const { group, orderLine } = context.facts;
  const { rounding } = context.input.policy.parameters;
  // Upheld on its facts, but nothing of it was approved or shipped.
  const isCappedAway = reading.standing === 'upheld' && worth.quantity === 0 && !refusedNotIntact;
  const standing = isCappedAway ? 'notUpheld' : reading.standing;
  return {
    unitGroupId: group.unitGroupId,
    standing,
    claimUpheld: standing === 'upheld' ? true : standing === 'notUpheld' ? false : null,
    intact: reading.intact,
    liability: liabilityOf(reading, standing, worth),
    negative: isCappedAway ? 'quantityDifference' : negative,
    eligibleQuantity: fromThousandths(worth.quantity),
    eligibleAmount: worth.amount,
    amountAtStake:
      orderLine === null
        ? 0
        : multiplyRounded([orderLine.unitPrice, toThousandths(group.quantity)], 1000, rounding),
    resolutions: resolutionsOf(context, standing, worth),
    dispositions: dispositionsOf(context, standing, worth, reading.intact),
    clauses: inOrder([
      ...reading.outcomes,
      refund(context, {
        standing,
        refusedNotIntact,
        notIntactOpen: reading.notIntactOpen,
        amount: worth.amount,
      }),
    ]),
    questions: reading.questions,
    missing: reading.missing,
  };
}

function liabilityOf(reading: GroupReading, standing: Standing, worth: Worth): Liability {
  if (standing === 'notUpheld') return liabilityOfRefused(reading.context);
  if (standing !== 'upheld') return 'undetermined';
  return liabilityOfGrounds(reading.refusedNotIntact ? reading.grounds : worth.grounds);
}

function standingOfCase(groups: readonly GroupDecision[], isAsked: boolean): Standing {
  const has = (standing: Standing) => groups.some((group) => group.standing === standing);
  if (has('needsPerson') || isAsked) return 'needsPerson';
  if (has('needsFacts') || groups.length === 0) return 'needsFacts';
  return has('upheld') ? 'upheld' : 'notUpheld';
}

/** A question about the whole case is asked once, however many groups wait for it. */
function distinct(questions: readonly Question[]): readonly Question[] {
  const seen = new Set<string>();
  return questions.filter(({ question, unitGroupId }) => {
    const key = `${question} ${unitGroupId ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const rank = new Map<ClauseId, number>(clauseIds.map((clause, index) => [clause, index]));

function inOrder(outcomes: readonly ClauseOutcome[]): readonly ClauseOutcome[] {
  return [...outcomes].sort((a, b) => (rank.get(a.clause) ?? 0) - (rank.get(b.clause) ?? 0));
}
