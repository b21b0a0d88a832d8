/**
 * The neighbourhood of a case: the single changes of facts that could bear on one portion, each
 * with its sentence and the input as it would then be.
 */
import type { Cause } from '../returns/codes.ts';
import type { CaseClocks } from './caseClocks.ts';
import { missingClientEvidence } from './clauses/apply.ts';
import {
  type PolicyInput,
  type Question,
  type QuestionId,
  questionIds,
  type Why,
} from './decision.ts';
import {
  type Edit,
  hypotheticalDefect,
  observed,
  provedMisuse,
  replaceFindings,
  withAnswer,
  withCase,
  withClientEvidence,
  withFinding,
  withLine,
  withOrderLine,
  withoutFindings,
} from './factEdits.ts';
import { isDefect } from './groupFacts.ts';
import { isBeside } from './placing.ts';
import { type Portion, quantityOf } from './portions.ts';
import { questionAnswers } from './questionAnswers.ts';
import { why } from './whyCodes.ts';

export type FactChange = {
  readonly why: Why;
  /** Changes about the same thing exclude each other. */
  readonly about: string;
  readonly apply: Edit;
};

type AskedQuestion = Pick<Question, 'question' | 'unitGroupId'>;

export function changesFor(
  input: PolicyInput,
  clocks: CaseClocks,
  facts: Portion,
  asked: readonly AskedQuestion[],
): readonly FactChange[] {
  return [
    ...causeChanges(input, facts),
    ...inspectionChanges(facts),
    ...applicationChanges(input, clocks, facts),
    ...documentChanges(input, facts),
    ...answerChanges(input, facts, asked),
  ];
}

const otherCauses: readonly Cause[] = ['manufacturing', 'orderError', 'outboundTransport'];

/** Another cause for all findings of one cause on these units, enough proof of misuse. */
function causeChanges(input: PolicyInput, facts: Portion): readonly FactChange[] {
  const defects = facts.findings.filter(isDefect);
  const needed = input.policy.parameters.misuseIndicatorsNeeded;
  const causes = [...new Set(defects.map((finding) => finding.observation.cause))].sort();
  const quantity = quantityOf(facts);
  return causes.flatMap((from) => {
    const same = defects.filter((finding) => finding.observation.cause === from);
    const codes = [...new Set(same.map((finding) => finding.observation.code))].sort().join(' ');
    const others = otherCauses.filter((cause) => cause !== from);
    return [
      ...others.map((cause) => ({
        why: why('turn.causeIs', { from, cause, quantity, codes }),
        about: `cause ${from}`,
        apply: observed(same, (o) => ({ ...o, cause })),
      })),
      {
        why: why('turn.misuseProved', { from, quantity, indicators: needed, codes }),
        about: `cause ${from}`,
        apply: provedMisuse(same, needed),
      },
    ];
  });
}

/** What looking at them could show, and a defect where none was seen. */
function inspectionChanges(facts: Portion): readonly FactChange[] {
  const quantity = quantityOf(facts);
  const sound = facts.findings.filter((finding) => !isDefect(finding));
  const defects = facts.findings.filter(isDefect);
  const looked =
    sound.length + defects.filter((f) => f.observation.cause !== 'returnTransport').length;
  const changes: FactChange[] = [];
  if (looked === 0)
    changes.push(
      {
        why: why('turn.defectFound', { quantity, cause: 'manufacturing' }),
        about: 'looked at',
        apply: withFinding(facts, hypotheticalDefect),
      },
      {
        why: why('turn.noDefectFound', { quantity }),
        about: 'looked at',
        apply: withFinding(facts, { kind: 'noDefect' }),
      },
    );
  if (sound.length > 0 && defects.every(isBeside))
    changes.push({
      why: why('turn.defectFound', { quantity, cause: 'manufacturing' }),
      about: 'sound',
      apply: replaceFindings(sound, (finding) => ({ ...finding, observation: hypotheticalDefect })),
    });
  if (sound.length > 0 && !defects.every(isBeside))
    changes.push(
      {
        why: why('turn.onlyDefects', { quantity }),
        about: 'sound',
        apply: withoutFindings(sound),
      },
      {
        why: why('turn.onlySound', { quantity }),
        about: 'sound',
        apply: withoutFindings(defects),
      },
    );
  return changes;
}

/** The client's part: applied, objected, received or sent evidence in another way. */
function applicationChanges(
  input: PolicyInput,
  clocks: CaseClocks,
  { line, orderLine }: Portion,
): readonly FactChange[] {
  const { returnCase } = input;
  const changes: FactChange[] = [];
  const applyBy = orderLine ? clocks.applyBy.get(orderLine.id) : undefined;
  const appliedOn = returnCase.application?.receivedOn ?? null;
  if (applyBy !== undefined && applyBy !== null && (appliedOn === null || appliedOn > applyBy))
    changes.push({
      why: why('turn.appliedBy', { dueOn: applyBy }),
      about: 'application',
      apply: withCase((c) => ({
        application: {
          receivedAt: c.application?.receivedAt ?? `${applyBy}T00:00:00Z`,
          description: c.application?.description ?? '',
          evidence: c.application?.evidence ?? [],
          receivedOn: applyBy,
        },
      })),
    });
  const objectBy = orderLine ? clocks.objectBy.get(orderLine.id) : undefined;
  const objectedOn =
    returnCase.objectedOn ?? (line?.claimedReason === 'transportDamage' ? appliedOn : null);
  const isInTime =
    returnCase.objection === undefined &&
    objectedOn !== null &&
    objectBy !== undefined &&
    objectBy !== null &&
    objectedOn <= objectBy;
  if (objectBy !== undefined && objectBy !== null && !isInTime)
    changes.push({
      why: why('turn.objectedBy', { dueOn: objectBy }),
      about: 'objection',
      apply: withCase(() => ({ objectedOn: objectBy })),
    });
  for (const what of missingClientEvidence(input))
    changes.push({
      why: why('turn.evidenceSent', { what }),
      about: `evidence ${what}`,
      apply: withClientEvidence(what),
    });
  if (orderLine !== null && orderLine.clientReceivedOn === null && appliedOn !== null)
    changes.push({
      why: why('turn.clientReceivedOn', { on: appliedOn }),
      about: 'receipt',
      apply: withOrderLine(orderLine, { clientReceivedOn: appliedOn }),
    });
  return changes;
}

/** The office's part: what was sold, carried, approved and linked. */
function documentChanges(input: PolicyInput, facts: Portion): readonly FactChange[] {
  const { group, line, orderLine } = facts;
  const { review } = input.returnCase;
  const changes: FactChange[] = [];
  if (review === null || review.outcome === 'denied' || review.outcome === 'moreInformation')
    changes.push({
      why: why('turn.reviewAuthorises', {}),
      about: 'review',
      apply: withCase(() => ({
        review: { outcome: 'authorised', sentOn: review?.sentOn ?? input.asOf },
      })),
    });
  if (orderLine?.customised)
    changes.push({
      why: why('turn.notCustomised', {}),
      about: 'customised',
      apply: withOrderLine(orderLine, { customised: false }),
    });
  if (orderLine !== null && orderLine.carrier.selectedBy !== 'us')
    changes.push({
      why: why('turn.carrierChosenByUs', {}),
      about: 'carrier',
      apply: withOrderLine(orderLine, { carrier: { ...orderLine.carrier, selectedBy: 'us' } }),
    });
  if (line !== null && (line.approvedQuantity ?? line.requestedQuantity) < group.quantity)
    changes.push({
      why: why('turn.approvedQuantity', { quantity: group.quantity }),
      about: 'approved',
      apply: withLine(line, { approvedQuantity: group.quantity }),
    });
  if (orderLine !== null && orderLine.shippedQuantity < group.quantity)
    changes.push({
      why: why('turn.shippedQuantity', { quantity: group.quantity }),
      about: 'shipped',
      apply: withOrderLine(orderLine, { shippedQuantity: group.quantity }),
    });
  if (orderLine !== null && input.grantedElsewhere.some((g) => g.orderLineId === orderLine.id))
    changes.push({
      why: why('turn.notGrantedElsewhere', {}),
      about: 'granted',
      apply: (given) => ({
        ...given,
        grantedElsewhere: given.grantedElsewhere.filter((g) => g.orderLineId !== orderLine.id),
      }),
    });
  if (facts.elsewhere !== null)
    changes.push({
      why: why('turn.serialNotReturnedBefore', { serial: facts.elsewhere.serial }),
      about: 'serial',
      apply: (given) => ({
        ...given,
        serialsElsewhere: given.serialsElsewhere.filter(
          (s) => s.serial !== facts.elsewhere?.serial,
        ),
      }),
    });
  if (orderLine !== null && group.identity !== 'match')
    changes.push({
      why: why('turn.identityMatches', {}),
      about: 'identity',
      apply: (given) => ({
        ...given,
        unitGroups: given.unitGroups.map((g) =>
          g.unitGroupId === group.unitGroupId
            ? { ...g, identity: 'match', article: { ...orderLine.article } }
            : g,
        ),
      }),
    });
  if (orderLine === null)
    for (const [index, candidate] of input.returnCase.lines.entries()) {
      const sold = input.orderLines.find((o) => o.id === candidate.orderLineId);
      const isFirst =
        input.returnCase.lines.findIndex((l) => l.orderLineId === candidate.orderLineId) === index;
      if (sold !== undefined && isFirst)
        changes.push({
          why: why('turn.linkedTo', { orderNumber: sold.orderNumber, line: sold.lineNumber }),
          about: 'link',
          apply: (given) => ({
            ...given,
            unitGroups: given.unitGroups.map((g) =>
              g.unitGroupId === group.unitGroupId
                ? { ...g, returnLineId: candidate.id, article: { ...sold.article } }
                : g,
            ),
          }),
        });
    }
  return changes;
}

/** What a supervisor could answer to the questions that are open, and to those already answered. */
function answerChanges(
  input: PolicyInput,
  facts: Portion,
  asked: readonly AskedQuestion[],
): readonly FactChange[] {
  const open = new Map<string, AskedQuestion>();
  const add = (question: QuestionId, unitGroupId: AskedQuestion['unitGroupId']) =>
    open.set(`${question} ${unitGroupId ?? ''}`, { question, unitGroupId });
  for (const { question, unitGroupId } of asked) add(question, unitGroupId);
  for (const { question, unitGroupId } of input.answers) {
    const known = questionIds.find((id) => id === question);
    if (known !== undefined && (unitGroupId === null || unitGroupId === facts.group.unitGroupId))
      add(known, unitGroupId);
  }
  return [...open.values()].flatMap(({ question, unitGroupId }) =>
    questionAnswers[question].map((answer) => ({
      why: why('turn.answered', { question, answer, ofCase: unitGroupId === null }),
      about: `answer ${question} ${unitGroupId ?? ''}`,
      apply: withAnswer({ question, answer }, unitGroupId === null ? null : facts),
    })),
  );
}
