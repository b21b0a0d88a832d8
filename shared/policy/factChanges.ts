/**
 * The neighbourhood of a case: the single changes of facts that could bear on one unit group, each
 * with its sentence and the input as it would then be.
 */
import { FactId, FindingId, PhotoId } from '../ids.ts';
import { type Cause, MisuseIndicator } from '../returns/codes.ts';
import type { OrderLine, ReturnCase, ReturnLine } from '../returns/documents.ts';
import type { FindingFact, Observation, PhotoTakenFact } from '../returns/fact.ts';
import { fromThousandths, sumQuantities, toThousandths } from '../returns/quantity.ts';
import type { CaseClocks } from './caseClocks.ts';
import { missingClientEvidence } from './clauses/apply.ts';
import {
  type PolicyInput,
  type Question,
  type QuestionId,
  questionIds,
  type Why,
} from './decision.ts';
import { type DefectFinding, type GroupFacts, isDefect } from './groupFacts.ts';
import { questionAnswers } from './questionAnswers.ts';
import { why } from './whyCodes.ts';

export type FactChange = {
  readonly why: Why;
  /** Changes about the same thing exclude each other. */
  readonly about: string;
  readonly apply: (input: PolicyInput) => PolicyInput;
};

type AskedQuestion = Pick<Question, 'question' | 'unitGroupId'>;

export function changesFor(
  input: PolicyInput,
  clocks: CaseClocks,
  facts: GroupFacts,
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

/** Another cause for all findings of one cause, enough proof of misuse, damage that was claimed. */
function causeChanges(input: PolicyInput, facts: GroupFacts): readonly FactChange[] {
  const defects = facts.findings.filter(isDefect);
  const needed = input.policy.parameters.misuseIndicatorsNeeded;
  const causes = [...new Set(defects.map((finding) => finding.observation.cause))].sort();
  const changes: FactChange[] = [];
  for (const from of causes) {
    const same = defects.filter((finding) => finding.observation.cause === from);
    const quantity = sumQuantities(same.map((finding) => finding.quantity));
    for (const cause of otherCauses)
      if (cause !== from)
        changes.push({
          why: why('turn.causeIs', { from, cause, quantity }),
          about: `cause ${from}`,
          apply: observed(same, (o) => ({ ...o, cause, claimed: true })),
        });
    changes.push({
      why: why('turn.misuseProved', { quantity, indicators: needed }),
      about: `cause ${from}`,
      apply: provedMisuse(same, needed),
    });
  }
  const beyond = defects.filter((finding) => !finding.observation.claimed);
  if (beyond.length > 0)
    changes.push({
      why: why('turn.beyondWasClaimed', {
        quantity: sumQuantities(beyond.map((finding) => finding.quantity)),
      }),
      about: 'beyond',
      apply: observed(beyond, (o) => ({ ...o, claimed: true })),
    });
  return changes;
}

/** What an inspection of the rest could show, and a defect where none was seen. */
function inspectionChanges(facts: GroupFacts): readonly FactChange[] {
  const { group } = facts;
  const seen = sumQuantities(facts.findings.map((finding) => finding.quantity));
  const rest = fromThousandths(toThousandths(group.quantity) - toThousandths(seen));
  const sound = facts.findings.filter((finding) => !isDefect(finding));
  const changes: FactChange[] = [];
  if (rest > 0) {
    changes.push({
      why: why('turn.defectFound', { quantity: rest, cause: 'manufacturing' }),
      about: 'rest',
      apply: withFinding(facts, rest, hypotheticalDefect),
    });
    changes.push({
      why: why('turn.noDefectFound', { quantity: rest }),
      about: 'rest',
      apply: withFinding(facts, rest, { kind: 'noDefect' }),
    });
  }
  if (sound.length > 0)
    changes.push({
      why: why('turn.defectFound', {
        quantity: sumQuantities(sound.map((finding) => finding.quantity)),
        cause: 'manufacturing',
      }),
      about: 'sound',
      apply: replaceFindings(sound, (finding) => ({ ...finding, observation: hypotheticalDefect })),
    });
  return changes;
}

/** The client's part: applied, objected, received or sent evidence in another way. */
function applicationChanges(
  input: PolicyInput,
  clocks: CaseClocks,
  { line, orderLine }: GroupFacts,
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
  if (objectBy !== undefined && objectBy !== null && (objectedOn === null || objectedOn > objectBy))
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
function documentChanges(input: PolicyInput, facts: GroupFacts): readonly FactChange[] {
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
    for (const candidate of input.returnCase.lines) {
      const sold = input.orderLines.find((o) => o.id === candidate.orderLineId);
      if (sold !== undefined)
        changes.push({
          why: why('turn.linkedTo', { orderNumber: sold.orderNumber }),
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
  { group }: GroupFacts,
  asked: readonly AskedQuestion[],
): readonly FactChange[] {
  const open = new Map<string, AskedQuestion>();
  const add = (question: QuestionId, unitGroupId: AskedQuestion['unitGroupId']) =>
    open.set(`${question} ${unitGroupId ?? ''}`, { question, unitGroupId });
  for (const { question, unitGroupId } of asked) add(question, unitGroupId);
  for (const { question, unitGroupId } of input.answers) {
    const known = questionIds.find((id) => id === question);
    if (known !== undefined && (unitGroupId === null || unitGroupId === group.unitGroupId))
      add(known, unitGroupId);
  }
  return [...open.values()].flatMap(({ question, unitGroupId }) =>
    questionAnswers[question].map((answer) => ({
      why: why('turn.answered', { question, answer, ofCase: unitGroupId === null }),
      about: `answer ${question} ${unitGroupId ?? ''}`,
      apply: (given: PolicyInput) => ({
        ...given,
        answers: [
          ...given.answers.filter((a) => a.question !== question || a.unitGroupId !== unitGroupId),
          { question, unitGroupId, answer, reason: answer },
        ],
      }),
    })),
  );
}

const hypotheticalDefect: Observation = {
  kind: 'defect',
  code: 'workmanship.assembly',
  severity: 'major',
  cause: 'manufacturing',
  indicators: [],
  claimed: true,
};

type Defect = DefectFinding['observation'];

function observed(findings: readonly DefectFinding[], change: (defect: Defect) => Defect) {
  return replaceFindings(findings, (finding) =>
    finding.observation.kind === 'defect'
      ? { ...finding, observation: change(finding.observation) }
      : finding,
  );
}

function provedMisuse(findings: readonly DefectFinding[], needed: number): FactChange['apply'] {
  const [first] = findings;
  const photoId = PhotoId.parse('hypothetical-photo');
  const prove = observed(findings, (defect) => ({
    ...defect,
    cause: 'misuse',
    claimed: true,
    indicators: MisuseIndicator.options.slice(0, Math.max(needed, defect.indicators.length)),
  }));
  return (input) => {
    if (first === undefined) return input;
    const proved = prove(input);
    return {
      ...proved,
      findings: proved.findings.map((finding) =>
        findings.some((f) => f.id === finding.id)
          ? { ...finding, photoIds: [...finding.photoIds, photoId] }
          : finding,
      ),
      photos: [...proved.photos, hypotheticalPhoto(first, photoId)],
    };
  };
}

function hypotheticalPhoto(of: FindingFact, photoId: PhotoId): PhotoTakenFact {
  return {
    id: FactId.parse('hypothetical-photo'),
    siteId: of.siteId,
    stationId: of.stationId,
    personId: of.personId,
    at: of.at,
    kind: 'photoTaken',
    caseId: of.caseId,
    photoId,
    subject: { kind: 'unitGroup', unitGroupId: of.unitGroupId },
    shot: 'defectCloseUp',
    sha256: '0'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 1,
    width: 1,
    height: 1,
  };
}

function replaceFindings(
  findings: readonly FindingFact[],
  change: (finding: FindingFact) => FindingFact,
): FactChange['apply'] {
  const ids = new Set(findings.map((finding) => finding.id));
  return (input) => ({
    ...input,
    findings: input.findings.map((finding) => (ids.has(finding.id) ? change(finding) : finding)),
  });
}

function withFinding(
  { group }: GroupFacts,
  quantity: number,
  observation: Observation,
): FactChange['apply'] {
  const finding: FindingFact = {
    id: FactId.parse('hypothetical-finding'),
    siteId: group.siteId,
    stationId: group.stationId,
    personId: group.personId,
    at: group.at,
    kind: 'finding',
    caseId: group.caseId,
    findingId: FindingId.parse('hypothetical-finding'),
    unitGroupId: group.unitGroupId,
    quantity,
    observation,
    measurements: [],
    photoIds: [],
    note: '',
  };
  return (input) => ({ ...input, findings: [...input.findings, finding] });
}

function withCase(change: (returnCase: ReturnCase) => Partial<ReturnCase>): FactChange['apply'] {
  return (input) => ({
    ...input,
    returnCase: { ...input.returnCase, ...change(input.returnCase) },
  });
}

function withClientEvidence(
  what: PolicyInput['policy']['parameters']['clientEvidence'][number],
): FactChange['apply'] {
  const kind = what === 'photos' ? 'photo' : what;
  return withCase(({ application }) => ({
    application: application && {
      ...application,
      evidence: [...application.evidence, { photoId: null, sha256: null, kind, caption: '' }],
    },
  }));
}

function withLine(line: ReturnLine, change: Partial<ReturnLine>): FactChange['apply'] {
  return withCase(({ lines }) => ({
    lines: lines.map((l) => (l.id === line.id ? { ...l, ...change } : l)),
  }));
}

function withOrderLine(orderLine: OrderLine, change: Partial<OrderLine>): FactChange['apply'] {
  return (input) => ({
    ...input,
    orderLines: input.orderLines.map((o) => (o.id === orderLine.id ? { ...o, ...change } : o)),
  });
}
