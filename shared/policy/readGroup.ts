import type { NegativeOutcome } from '../returns/codes.ts';
import { fromThousandths } from '../returns/quantity.ts';
import { apply, missingClientEvidence } from './clauses/apply.ts';
import { custom } from './clauses/custom.ts';
import { order } from './clauses/order.ts';
import { period } from './clauses/period.ts';
import { quality } from './clauses/quality.ts';
import { beyondCodes } from './clauses/refund.ts';
import { transport } from './clauses/transport.ts';
import type { ClauseOutcome, Question, Standing } from './decision.ts';
import type { GroupFacts } from './groupFacts.ts';
import { groupIntake, type Intake } from './intake.ts';
import { responsibleQuestion } from './liability.ts';
import { negativeOutcomeOf } from './negativeOutcome.ts';
import { answerTo, questionAnswers } from './questionAnswers.ts';
import type { Ground, GroupContext } from './reading.ts';
import { citeCase, citeContract, citeFacts } from './references.ts';
import { why } from './whyCodes.ts';

/** One group read against every clause, before quantities are capped and priced. */
export type GroupReading = {
  readonly context: GroupContext;
  readonly standing: Standing;
  /** What entitles the client, after IV-CUSTOM and IV-PERIOD. */
  readonly grounds: readonly Ground[];
  readonly intact: boolean | null;
  /** A person decided that the goods are not intact and nothing is paid. */
  readonly refusedNotIntact: boolean;
  readonly notIntactOpen: boolean;
  readonly negative: NegativeOutcome | null;
  readonly questions: readonly Question[];
  readonly missing: readonly string[];
  /** All clauses of the group but III-REFUND, which needs the amount. */
  readonly outcomes: readonly ClauseOutcome[];
};

/**
 * Reads one unit group. A question or a missing fact is raised only where it could matter: a claim
 * the findings have refuted is not upheld whatever else is open.
 */
export function readGroup(context: GroupContext, ofCase: Intake): GroupReading {
  const { facts, input, weighing } = context;
  const ofGroup = groupIntake(input, facts);
  const readings = [quality(context), order(context), transport(context)];
  const found = readings.flatMap((reading) => reading.grounds);
  const asked = [
    ...readings.flatMap((reading) => reading.questions),
    ...present(responsibleQuestion(context)),
  ];
  const toRecord = [
    ...readings.flatMap((reading) => reading.missing),
    ...(weighing.uninspected > 0 ? ['finding'] : []),
    ...(weighing.contradictory ? ['findingQuantities'] : []),
  ];
  const isOpen = asked.length > 0 || toRecord.length > 0;
  const customReading = custom(context, found, isOpen);
  const periodReading = period(context, customReading.grounds);
  const grounds = periodReading.grounds;
  const outcomes = [
    ...readings.map((reading) => reading.outcome),
    apply(context),
    customReading.outcome,
    periodReading.outcome,
  ];
  const intact = intactness(context);
  const refusal = [ofCase, ofGroup].find((intake) => intake.kind === 'refused');
  if (refusal?.kind === 'refused') return notUpheld(refusal.negative);

  const mayBeUpheld = grounds.length > 0 || isOpen || ofGroup.kind === 'asked';
  if (!mayBeUpheld) return notUpheld(negativeOutcomeOf(context, found));

  const intactQuestion = grounds.length > 0 ? notIntactQuestion(context, grounds) : null;
  const intactAnswer = answerTo('intactMeaning', facts.group.unitGroupId, input.answers);
  const questions = [
    ...present(ofCase.kind === 'asked' ? ofCase.question : null),
    ...present(ofGroup.kind === 'asked' ? ofGroup.question : null),
    ...present(noPeriodQuestion(context)),
    ...asked,
    ...present(customReading.question),
    ...present(periodReading.question),
    ...present(intactAnswer === null ? intactQuestion : null),
  ];
  const missing = [
    ...toRecord,
    ...missingClientEvidence(input).map((what) => `clientEvidence.${what}`),
    ...(context.application.kind === 'receiptUnknown' ? ['clientReceivedOn'] : []),
    ...(isPriced(facts) ? [] : ['orderLine']),
  ];
  const standing =
    questions.length > 0 ? 'needsPerson' : missing.length > 0 ? 'needsFacts' : 'upheld';
  return {
    context,
    standing,
    grounds,
    intact,
    refusedNotIntact: intactQuestion !== null && intactAnswer === 'refuseNotIntact',
    notIntactOpen: intactQuestion !== null && intactAnswer === null,
    negative: missing.some((what) => what.startsWith('clientEvidence.')) ? 'moreInformation' : null,
    questions,
    missing: [...new Set(missing)],
    outcomes,
  };

  function notUpheld(negative: NegativeOutcome): GroupReading {
    return {
      context,
      standing: 'notUpheld',
      grounds: [],
      intact,
      refusedNotIntact: false,
      notIntactOpen: false,
      negative,
      questions: [],
      missing: [],
      outcomes,
    };
  }
}

/** The claimed line's price is the price of these units: not of another article nobody shipped for it. */
function isPriced({ group, line, orderLine }: GroupFacts): boolean {
  if (orderLine === null) return false;
  return group.identity !== 'mismatch_class' || line?.claimedReason === 'wrongGoods';
}

/** Intact: complete, and no damage beyond what was claimed. Unknown until all units were looked at. */
function intactness({ weighing }: GroupContext): boolean | null {
  if (weighing.beyond.length > 0) return false;
  return weighing.uninspected > 0 ? null : true;
}

/** III-REFUND wants intact goods, part II accepts them as they are. */
function notIntactQuestion(context: GroupContext, grounds: readonly Ground[]): Question | null {
  const { facts, weighing } = context;
  const [ground] = grounds;
  if (weighing.beyond.length === 0 || ground === undefined) return null;
  return {
    question: 'intactMeaning',
    clauses: ['III-REFUND', ground.clause],
    why: why('ask.notIntact', {
      quantity: fromThousandths(grounds.reduce((sum, g) => sum + g.quantity, 0)),
      beyond: beyondCodes(weighing.beyond),
    }),
    unitGroupId: facts.group.unitGroupId,
    answers: questionAnswers.intactMeaning,
    facts: [facts.group.id, ...citeFacts(weighing.beyond)],
  };
}

function noPeriodQuestion({ application, input }: GroupContext): Question | null {
  if (application.kind !== 'noPeriod') return null;
  return {
    question: 'noReturnPeriod',
    clauses: ['III-APPLY', 'IV-PERIOD'],
    why: why('ask.noReturnPeriod', { field: application.field }),
    unitGroupId: null,
    answers: questionAnswers.noReturnPeriod,
    facts: [citeCase(input), ...citeContract(input)],
  };
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
