import { type ClauseId, clauseIds } from '../../facts/policyText.ts';
import { fromThousandths } from '../../facts/quantity.ts';
import { keyOfUnits } from '../../facts/spans.ts';
import { accept, type Result, refuse } from '../../result.ts';
import { customerService, improve } from '../clauses/customerService.ts';
import { inspect } from '../clauses/inspect.ts';
import { currencyOf, refund } from '../clauses/refund.ts';
import { review } from '../clauses/review.ts';
import { shipCost } from '../clauses/shipCost.ts';
import {
  type CaseDecision,
  type ClauseOutcome,
  type PolicyInput,
  type PolicyRefusal,
  type PortionDecision,
  type Question,
  type Standing,
} from '../decision.ts';
import { readClocks } from '../reading/caseClocks.ts';
import { quantityOf } from '../reading/portions.ts';
import { missingEvidenceOf } from './evidence.ts';
import { checkInput } from './inputChecks.ts';
import { answeringFor, freightOf, type PortionRead, readCase, stakeOf } from './readCase.ts';
import { dispositionsOf, resolutionsOf } from './resolution.ts';

/**
 * Applies one version of the return policy to one case: per portion of a unit group the verdict, the
 * liability, the resolutions and the dispositions on offer, each with the clauses that fired and
 * those that did not, and for the case the freight, the photos still wanted and the questions only a
 * person may answer. Pure and total; the order of facts does not matter, nor whether one is told
 * twice; `asOf` (site-local) moves nothing but the clocks. Amounts are integer minor units of the
 * contract's currency, quantities in the article's unit.
 * Refusals name the field: those of `checkInput` and of `readClocks`. Implements every clause of
 * policy.md.
 */
export function decideCase(input: PolicyInput): Result<CaseDecision, PolicyRefusal> {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const counted = readClocks(input);
  if (!counted.ok) return refuse(counted.refusal);
  const clocks = counted.value;
  const { policy, contract } = input;

  const portions = readCase(input, clocks);
  const decided = portions.map(decidePortion);
  const shipping = shipCost(input, freightOf(portions));
  const questions = distinct([
    ...decided.flatMap((portion) => portion.questions),
    ...(shipping.question ? [shipping.question] : []),
  ]);
  const standing = standingOfCase(decided, shipping.question !== null);
  return accept({
    policyVersionId: policy.id,
    policyVersion: policy.version,
    contractId: contract?.id ?? null,
    contractVersion: contract?.version ?? null,
    currency: currencyOf(input),
    portions: decided,
    questions,
    clauses: inOrder([
      review(input, clocks),
      shipping.outcome,
      inspect(input, clocks),
      customerService(input),
      improve(input, standing),
    ]),
    missingEvidence: missingEvidenceOf(
      input,
      portions.map(({ reading }) => reading.context.facts),
    ),
    shippingCost: shipping.cost,
    refundAmount: decided.reduce((sum, portion) => sum + portion.eligibleAmount, 0),
    standing,
  });
}

function decidePortion({ isCappedAway, reading, standing, worth }: PortionRead): PortionDecision {
  const { context, negative, refusedNotIntact } = reading;
  const { facts } = context;
  return {
    unitGroupId: facts.group.unitGroupId,
    units: facts.units,
    serials: facts.serials,
    quantity: quantityOf(facts),
    standing,
    claimUpheld: standing === 'upheld' ? true : standing === 'notUpheld' ? false : null,
    intact: reading.intact,
    ...answeringFor(reading),
    negative: isCappedAway ? 'quantityDifference' : negative,
    eligibleQuantity: fromThousandths(worth.quantity),
    eligibleAmount: worth.amount,
    amountAtStake: stakeOf(context),
    resolutions: resolutionsOf(context, standing, worth),
    dispositions: dispositionsOf(context, standing, worth, reading.intact),
    clauses: inOrder([
      ...reading.outcomes,
      ...(reading.outcomes.some(({ clause }) => clause === 'III-REFUND')
        ? []
        : [
            refund(context, {
              standing,
              damage: reading.damage,
              refusedNotIntact,
              notIntactOpen: reading.notIntactOpen,
              worth,
            }),
          ]),
    ]),
    questions: reading.questions,
    missing: reading.missing,
    inferred: context.weighing.inferred,
  };
}

function standingOfCase(portions: readonly PortionDecision[], isAsked: boolean): Standing {
  const has = (standing: Standing) => portions.some((portion) => portion.standing === standing);
  if (has('needsPerson') || isAsked) return 'needsPerson';
  if (has('needsFacts') || portions.length === 0) return 'needsFacts';
  return has('upheld') ? 'upheld' : 'notUpheld';
}

/** A question about the whole case is asked once, however many portions wait for it. */
function distinct(questions: readonly Question[]): readonly Question[] {
  const seen = new Set<string>();
  return questions.filter(({ question, unitGroupId, units }) => {
    const key = `${question} ${unitGroupId ?? ''} ${keyOfUnits(units)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const rank = new Map<ClauseId, number>(clauseIds.map((clause, index) => [clause, index]));

function inOrder(outcomes: readonly ClauseOutcome[]): readonly ClauseOutcome[] {
  return [...outcomes].sort((a, b) => (rank.get(a.clause) ?? 0) - (rank.get(b.clause) ?? 0));
}
