import type { NegativeOutcome } from '../../facts/codes.ts';
import { fromThousandths } from '../../facts/quantity.ts';
import { apply, missingClientEvidence } from '../clauses/apply.ts';
import { custom } from '../clauses/custom.ts';
import { order } from '../clauses/order.ts';
import { period } from '../clauses/period.ts';
import { quality } from '../clauses/quality.ts';
import { codesOf } from '../clauses/refund.ts';
import { transport } from '../clauses/transport.ts';
import type { ClauseOutcome, Question } from '../decision.ts';
import { articleByRecords } from '../reading/articleOfRecords.ts';
import type { DefectFinding } from '../reading/groupFacts.ts';
import { responsibleFor, responsibleQuestion } from '../reading/liability.ts';
import type { PortionReading } from '../reading/portionReading.ts';
import type { Portion } from '../reading/portions.ts';
import { answerTo } from '../reading/questionAnswers.ts';
import { ask, type Ground, type PortionContext } from '../reading/reading.ts';
import { citeCase, citeContract, citeFacts, citePolicy } from '../reading/references.ts';
import { withoutFallenGrounds } from '../reading/weighing.ts';
import { why } from '../whyCodes.ts';
import { type Intake, portionIntake } from './intake.ts';
import { negativeOutcomeOf } from './negativeOutcome.ts';

/**
 * Reads one portion. A question or a missing fact is raised only where it could matter: a claim the
 * findings have refuted is not upheld whatever else is open.
 */
export function readPortion(context: PortionContext, ofCase: Intake): PortionReading {
  const reading = readOnce(context, ofCase);
  if (!reading.isGroundFallen) return reading;
  const weighing = withoutFallenGrounds(context.weighing);
  return weighing === null ? reading : readOnce({ ...context, weighing }, ofCase);
}

function readOnce(context: PortionContext, ofCase: Intake): PortionReading {
  const { facts, input, weighing } = context;
  const ofPortion = portionIntake(input, facts);
  const readings = [quality(context), order(context), transport(context)];
  const found = strongestFirst(readings.flatMap(({ ground }) => present(ground)));
  const asked = [
    ...readings.flatMap((reading) => reading.questions),
    ...present(responsibleQuestion(context)),
  ];
  const toRecord = [
    ...readings.flatMap((reading) => reading.missing),
    ...(weighing.inspected || weighing.inferred ? [] : ['finding']),
    ...(weighing.contradictory ? ['findingQuantities'] : []),
  ];
  const isOpen = asked.length > 0 || toRecord.length > 0;
  const customReading = custom(context, found, isOpen);
  // What IV-CUSTOM took away is not asked about again; whether it came too late is told all the same.
  const isFallen = customReading.grounds.length === 0;
  const periodReading = period(context, isFallen ? found : customReading.grounds);
  const grounds = isFallen ? [] : periodReading.grounds;
  const outcomes = [
    ...readings.map((reading) => reading.outcome),
    apply(context, found.length > 0),
    customReading.outcome,
    periodReading.outcome,
  ];
  const damage = damageOf(context, grounds);
  const intact = intactness(context, damage);
  const refusal = [ofCase, ofPortion].find((intake) => intake.kind === 'refused');
  if (refusal?.kind === 'refused')
    return notUpheld(refusal.negative, [
      ...outcomes.filter(({ clause }) => clause !== refusal.outcome.clause),
      refusal.outcome,
    ]);

  const mayBeUpheld = grounds.length > 0 || isOpen || ofPortion.kind === 'asked';
  if (!mayBeUpheld)
    return {
      ...notUpheld(negativeOutcomeOf(context, found, periodReading.grounds.length === 0), outcomes),
      isGroundFallen: isFallen,
    };

  const papers = papersOf(context, found.length > 0, isOpen);
  const intactQuestion = notIntactQuestion(facts, grounds, damage);
  const intactAnswer = answerTo('intactMeaning', facts, input.answers);
  const questions = [
    ...present(ofCase.kind === 'asked' ? ofCase.question : null),
    ...present(ofPortion.kind === 'asked' ? ofPortion.question : null),
    ...present(noPeriodQuestion(context)),
    ...asked,
    ...present(customReading.question),
    ...present(isFallen ? null : periodReading.question),
    ...present(papers),
    ...present(intactAnswer === null ? intactQuestion : null),
  ];
  const missing = [
    ...toRecord,
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
    damage,
    refusedNotIntact: intactQuestion !== null && intactAnswer === 'refuseNotIntact',
    notIntactOpen: intactQuestion !== null && intactAnswer === null,
    negative: null,
    isGroundFallen: false,
    questions,
    missing: [...new Set(missing)],
    outcomes,
  };

  function notUpheld(negative: NegativeOutcome, spoken: readonly ClauseOutcome[]): PortionReading {
    return {
      context,
      standing: 'notUpheld',
      grounds: [],
      intact,
      damage,
      refusedNotIntact: false,
      notIntactOpen: false,
      negative,
      isGroundFallen: false,
      questions: [],
      missing: [],
      outcomes: spoken,
    };
  }
}

/** Paid in full before shared by half, else in the order of the text, as they were read. */
function strongestFirst(grounds: readonly Ground[]): readonly Ground[] {
  return [...grounds].sort((a, b) => Number(a.half) - Number(b.half));
}

/** The claimed line's price is the price of these units: not of an article we neither sold nor shipped. */
function isPriced({ group, orderLine }: Portion): boolean {
  return orderLine !== null && articleByRecords(group, orderLine) !== 'neither';
}

/**
 * Damage while the goods were in the client's hands, beside what is ours or the carrier's; and damage
 * on the way back where we do not owe the pick-up (III-SHIPCOST).
 */
function damageOf(context: PortionContext, grounds: readonly Ground[]): readonly DefectFinding[] {
  const { unclear, clientDamage, returnTransport } = context.weighing;
  const byPerson = unclear && isOnClient(context) ? unclear.findings : [];
  const weOweThePickUp = context.wayBackOf === 'us' && grounds[0]?.liability === 'us';
  return [...clientDamage, ...byPerson, ...(weOweThePickUp ? [] : returnTransport)];
}

function isOnClient(context: PortionContext): boolean {
  const responsible = responsibleFor(context);
  return responsible === 'client' || responsible === 'clientCarrier';
}

/** Unknown until the units were looked at and every doubtful cause was decided. */
function intactness(context: PortionContext, damage: readonly DefectFinding[]): boolean | null {
  if (damage.length > 0) return false;
  const { unclear, inspected } = context.weighing;
  if (unclear && responsibleFor(context) === null) return null;
  return inspected ? true : null;
}

/** III-REFUND wants intact goods, part II accepts them as they are. */
function notIntactQuestion(
  facts: Portion,
  grounds: readonly Ground[],
  damage: readonly DefectFinding[],
): Question | null {
  const [ground] = grounds;
  if (damage.length === 0 || ground === undefined) return null;
  return ask(
    'intactMeaning',
    facts,
    ['III-REFUND', ground.clause],
    why('ask.notIntact', { quantity: fromThousandths(facts.size), beyond: codesOf(damage) }),
    [facts.group.id, ...citeFacts(damage)],
  );
}

function noPeriodQuestion({ application, input }: PortionContext): Question | null {
  if (application.kind !== 'noPeriod') return null;
  return ask(
    'noReturnPeriod',
    null,
    ['III-APPLY', 'IV-PERIOD'],
    why('ask.noReturnPeriod', { field: application.field }),
    [citeCase(input), ...citeContract(input)],
  );
}

/**
 * III-APPLY's evidence serves the review. Once our own inspection proved a ground, missing papers of
 * the client are noted, or asked about where the policy version says so; before, they block nothing.
 */
function papersOf({ input }: PortionContext, isProved: boolean, isOpen: boolean): Question | null {
  const [what] = missingClientEvidence(input);
  if (what === undefined || !isProved || isOpen) return null;
  if (input.policy.parameters.readings.evidenceAfterInspection !== 'ask') return null;
  if (answerTo('evidenceMissing', null, input.answers) === 'acceptWithout') return null;
  return ask(
    'evidenceMissing',
    null,
    ['III-APPLY', 'II-QUALITY'],
    why('ask.evidenceMissing', { what }),
    [citeCase(input), citePolicy(input)],
  );
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}
