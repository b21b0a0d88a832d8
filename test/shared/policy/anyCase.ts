/** What the properties of a decision are asked about. */
import fc from 'fast-check';
import type { Answer } from '../../../shared/facts/decisionFacts.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import type {
  CaseDecision,
  ClauseOutcome,
  PolicyInput,
  PortionDecision,
  Question,
  Why,
} from '../../../shared/policy/decision.ts';
import { anApplication } from '../../builders/cases/aCase.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { anArbitraryCase } from '../../builders/cases/anArbitraryCase.ts';
import { returnLineId } from '../../builders/cases/ids.ts';

/** `everyProperty.long.ts` takes more. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150), seed: 20_261_123 };

export const lineOne = returnLineId('line-1');
export const capping =
  /moreThanApproved|moreThanRequested|moreThanShipped|grantedElsewhere|worthGrantedElsewhere/;

/** A ground that was not found, a period or specification that fell on it, a person, or a number used up. */
export function speaksAgainst({ clause, fired, why: { code } }: ClauseOutcome): boolean {
  if (clause === 'IV-CUSTOM' || clause === 'IV-PERIOD') return fired;
  if (fired) return false;
  if (clause === 'III-APPLY') return code.endsWith('ByPerson');
  return clause === 'III-REFUND'
    ? capping.test(code) || code === 'refund.serialReturnedBefore'
    : refuting.test(code);
}

export const refuting =
  /noDefect|sampleSound|misuseProved|personSaysOther|noErrorFound|neverShipped|noDamageFound|noObjection|lateByPerson|noneInSample/;

/** Every case as it comes, and again with its papers in order and its questions answered. */
export function check(property: (input: PolicyInput) => void): void {
  fc.assert(
    fc.property(anArbitraryCase, fc.nat(5), (input, first) => {
      property(input);
      property(decidable(input, first));
    }),
    runs,
  );
}

/** Most cases made up at random wait for something; this one is decided where its findings allow. */
export function decidable(input: PolicyInput, first: number): PolicyInput {
  const ready: PolicyInput = {
    ...input,
    contract: aContract({ sampling: input.contract?.sampling ?? null }),
    orderLines: input.orderLines.map((line) => ({ ...line, clientReceivedOn: '2026-11-02' })),
    returnCase: {
      ...input.returnCase,
      application: anApplication(),
      review: { outcome: 'authorised', sentOn: '2026-11-10' },
    },
    answers: [],
  };
  const answers: Answer[] = [];
  for (let round = 0; round < 6; round += 1)
    for (const asked of decided({ ...ready, answers }).questions)
      answers.push(answerTo(asked, first));
  return { ...ready, answers };
}

export function answerTo(asked: Question, round: number): Answer {
  const { question, unitGroupId: about, units, answers: offered } = asked;
  // Not the one that waits: it leaves the question open.
  const closing = offered.filter((answer) => answer !== 'waitForPapers');
  return {
    question,
    unitGroupId: about,
    ...(units.length > 0 ? { units: [...units] } : {}),
    answer: closing[round % closing.length] ?? '',
    reason: 'because',
  };
}

export function decided(input: PolicyInput): CaseDecision {
  const decision = decideCase(input);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}

export function backwards(input: PolicyInput): PolicyInput {
  return {
    ...input,
    unitGroups: input.unitGroups.toReversed(),
    findings: input.findings.toReversed(),
    photos: input.photos.toReversed(),
    holds: input.holds.toReversed(),
    arrivals: input.arrivals.toReversed(),
    answers: input.answers.toReversed(),
    orderLines: input.orderLines.toReversed(),
  };
}

export function withoutOne(input: PolicyInput): readonly PolicyInput[] {
  return [
    { ...input, findings: input.findings.slice(1) },
    { ...input, photos: input.photos.slice(1) },
    { ...input, unitGroups: input.unitGroups.slice(1) },
    { ...input, arrivals: input.arrivals.slice(1) },
    { ...input, answers: input.answers.slice(1) },
    { ...input, contract: null },
  ];
}

export function everythingThere(input: PolicyInput): readonly string[] {
  const facts = [...input.unitGroups, ...input.findings, ...input.photos, ...input.arrivals];
  return [
    ...facts.map((fact) => fact.id),
    ...input.orderLines.map((line) => `orderLine:${line.id}`),
    ...input.returnCase.lines.map((line) => `line:${line.id}`),
    ...input.answers.map((answer) => `answer:${answer.question}`),
    ...input.serialsElsewhere.map((one) => `case:${one.caseId}`),
    ...(input.contract ? [`contract:${input.contract.id}@${input.contract.version}`] : []),
    ...(input.client ? [`client:${input.client.id}`] : []),
    `case:${input.returnCase.id}`,
    `policy:${input.policy.id}@${input.policy.version}`,
    `calendar:${input.calendar.siteId}@${input.calendar.version}`,
    ...(input.periodCalendar
      ? [`calendar:${input.periodCalendar.siteId}@${input.periodCalendar.version}`]
      : []),
  ];
}

export function allCited({ clauses, portions, questions }: CaseDecision): readonly string[] {
  const outcomes = [...clauses, ...portions.flatMap((portion) => portion.clauses)];
  return [...outcomes, ...questions].flatMap((spoken) => spoken.facts);
}

export function allReasons({
  clauses,
  portions,
  missingEvidence,
  questions,
}: CaseDecision): readonly Why[] {
  return [
    ...[...clauses, ...portions.flatMap((portion) => portion.clauses)].map(
      (outcome) => outcome.why,
    ),
    ...questions.map((question) => question.why),
    ...missingEvidence.map((missing) => missing.because),
  ];
}

export function worthOf(kind: string, portion: PortionDecision): number {
  return kind === 'refund' || kind === 'compensation' ? portion.eligibleAmount : 0;
}

export function eligibleOf(portion: PortionDecision): number {
  return portion.eligibleQuantity;
}

export function ofLine(
  portions: readonly PortionDecision[],
  { unitGroups }: PolicyInput,
  lineId: string,
): readonly PortionDecision[] {
  return portions.filter((portion) =>
    unitGroups.some((g) => g.unitGroupId === portion.unitGroupId && g.returnLineId === lineId),
  );
}

export function ofOrderLine(
  portions: readonly PortionDecision[],
  input: PolicyInput,
  orderLineId: string,
): readonly PortionDecision[] {
  return input.returnCase.lines
    .filter((line) => line.orderLineId === orderLineId)
    .flatMap((line) => ofLine(portions, input, line.id));
}

export function grantedOf({ grantedElsewhere }: PolicyInput, orderLineId: string) {
  const own = grantedElsewhere.filter((g) => g.orderLineId === orderLineId);
  return {
    quantity: sumQuantities(own.map((g) => g.quantity)),
    value: own.reduce((sum, g) => sum + g.value, 0),
  };
}
