/**
 * A case as one sentence of "what would change it" has it, made from the sentence alone: what the
 * product says is held against this, not against what the product tried.
 */

import { Cause, MisuseIndicator } from '../../../shared/facts/codes.ts';
import type { OrderLine, ReturnCase, ReturnLine } from '../../../shared/facts/documents.ts';
import type { FindingFact, Observation } from '../../../shared/facts/fact.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { PolicyInput, Turn, Why } from '../../../shared/policy/decision.ts';
import { type Portion, portionsOf } from '../../../shared/policy/reading/portions.ts';
import { anApplication } from './aCase.ts';
import { findingId, photoId } from './ids.ts';
import { aDefect, aFinding, aPhoto } from './recordedFacts.ts';

/** `input` with every finding naming its units. Each change is told of the portion as it was. */
export function asIf(input: PolicyInput, turn: Turn): PolicyInput {
  const portion = portionsOf(input).find(
    (p) =>
      p.group.unitGroupId === turn.unitGroupId && keyOfUnits(p.units) === keyOfUnits(turn.units),
  );
  if (!portion) throw new Error('a turn of units that are no portion');
  return turn.changes.reduce((changed, why) => changedBy(changed, portion, why), input);
}

function changedBy(input: PolicyInput, portion: Portion, { code, data }: Why): PolicyInput {
  const quantity = Number(data['quantity']);
  const here = new Set<string>(portion.findings.map((f) => f.id));
  const cause = Cause.catch('unknown').parse(data['cause']);
  const observing = (of: (o: Observation) => boolean, as: (o: Observation) => Observation) => ({
    ...input,
    findings: input.findings.map((f) =>
      here.has(f.id) && of(f.observation) ? { ...f, observation: as(f.observation) } : f,
    ),
  });
  const without = (of: (o: Observation) => boolean) => ({
    ...input,
    findings: input.findings.filter((f) => !(here.has(f.id) && of(f.observation))),
  });
  const isOf = (o: Observation) => o.kind === 'defect' && o.cause === data['from'];
  switch (code) {
    case 'turn.causeIs':
      return observing(isOf, (o) => ({ ...o, ...(o.kind === 'defect' ? { cause } : {}) }));
    case 'turn.misuseProved':
      return withPhoto(
        observing(isOf, (o) => ({
          ...aDefect(o.kind === 'defect' ? o : {}),
          cause: 'misuse',
          indicators: MisuseIndicator.options.slice(0, Number(data['indicators'])),
        })),
        portion.findings.filter((f) => isOf(f.observation)),
      );
    case 'turn.defectFound':
      return portion.findings.some((f) => f.observation.kind === 'noDefect')
        ? observing(
            (o) => o.kind === 'noDefect',
            () => aDefect({ cause }),
          )
        : found(input, portion, aDefect({ cause }));
    case 'turn.noDefectFound':
      return found(input, portion, { kind: 'noDefect' });
    case 'turn.onlyDefects':
      return without((o) => o.kind === 'noDefect');
    case 'turn.onlySound':
      return without((o) => o.kind === 'defect');
    case 'turn.answered':
      return answered(input, portion, data);
    case 'turn.notGrantedElsewhere':
      return {
        ...input,
        grantedElsewhere: input.grantedElsewhere.filter(
          (g) => g.orderLineId !== portion.orderLine?.id,
        ),
      };
    case 'turn.serialNotReturnedBefore':
      return {
        ...input,
        serialsElsewhere: input.serialsElsewhere.filter((s) => s.serial !== data['serial']),
      };
    case 'turn.identityMatches':
      return recounted(input, portion, portion.line, portion.orderLine, 'match');
    case 'turn.linkedTo': {
      const sold = input.orderLines.find(
        (o) => o.orderNumber === data['orderNumber'] && o.lineNumber === data['line'],
      );
      const line = input.returnCase.lines.find((l) => l.orderLineId === sold?.id);
      return recounted(input, portion, line ?? null, sold ?? null, portion.group.identity);
    }
    case 'turn.approvedQuantity':
      return withLine(input, portion, { approvedQuantity: quantity });
    case 'turn.shippedQuantity':
      return withOrder(input, portion, { shippedQuantity: quantity });
    case 'turn.notCustomised':
      return withOrder(input, portion, { customised: false });
    case 'turn.carrierChosenByUs':
      return withOrder(input, portion, {
        carrier: { name: portion.orderLine?.carrier.name ?? '', selectedBy: 'us' },
      });
    case 'turn.clientReceivedOn':
      return withOrder(input, portion, { clientReceivedOn: String(data['on']) });
    default:
      return { ...input, returnCase: asToldByOffice(input, { code, data }) };
  }
}

function asToldByOffice({ asOf, returnCase }: PolicyInput, { code, data }: Why): ReturnCase {
  const { objection: _objection, ...without } = returnCase;
  const { application, review } = returnCase;
  switch (code) {
    case 'turn.appliedBy':
      return {
        ...returnCase,
        application: {
          ...(application ?? anApplication({ description: '', evidence: [] })),
          receivedOn: String(data['dueOn']),
        },
      };
    case 'turn.objectedBy':
      return { ...without, objectedOn: String(data['dueOn']) };
    case 'turn.reviewAuthorises':
      return {
        ...returnCase,
        review: { outcome: 'authorised', sentOn: review?.sentOn ?? asOf },
      };
    case 'turn.evidenceSent': {
      const what = String(data['what']);
      const kind = what === 'inspectionReport' || what === 'description' ? what : 'photo';
      return {
        ...returnCase,
        application: application && {
          ...application,
          evidence: [...application.evidence, { photoId: null, sha256: null, kind, caption: '' }],
        },
      };
    }
    default:
      throw new Error(`nobody knows what ${code} says`);
  }
}

function withPhoto(input: PolicyInput, of: readonly FindingFact[]): PolicyInput {
  const photo = aPhoto({ photoId: photoId('photo-of-misuse') });
  return {
    ...input,
    findings: input.findings.map((f) =>
      of.some((one) => one.id === f.id) ? { ...f, photoIds: [...f.photoIds, photo.photoId] } : f,
    ),
    photos: [...input.photos, photo],
  };
}

function found(input: PolicyInput, portion: Portion, observation: Observation): PolicyInput {
  const finding = aFinding({
    findingId: findingId('found-now'),
    unitGroupId: portion.group.unitGroupId,
    quantity: portion.size / 1000,
    units: [...portion.units],
    observation,
  });
  return { ...input, findings: [...input.findings, finding] };
}

function answered(input: PolicyInput, portion: Portion, data: Why['data']): PolicyInput {
  const question = String(data['question']);
  const given = { question, answer: String(data['answer']), reason: 'as said' };
  if (data['ofCase'] === true)
    return {
      ...input,
      answers: [
        ...input.answers.filter((a) => a.question !== question || a.unitGroupId !== null),
        { ...given, unitGroupId: null },
      ],
    };
  const { unitGroupId } = portion.group;
  const others = portionsOf(input).filter(
    (p) => p.group.unitGroupId === unitGroupId && keyOfUnits(p.units) !== keyOfUnits(portion.units),
  );
  const isOfGroup = (a: PolicyInput['answers'][number]) =>
    a.question === question && a.unitGroupId === unitGroupId;
  return {
    ...input,
    answers: [
      ...input.answers.filter((a) => !isOfGroup(a)),
      // What was answered for the whole group still stands for its other portions.
      ...input.answers
        .filter(isOfGroup)
        .flatMap((a) => others.map((p) => ({ ...a, units: [...p.units] }))),
      { ...given, unitGroupId, units: [...portion.units] },
    ],
  };
}

function recounted(
  input: PolicyInput,
  { group }: Portion,
  line: ReturnLine | null,
  sold: OrderLine | null,
  identity: Portion['group']['identity'],
): PolicyInput {
  return {
    ...input,
    unitGroups: input.unitGroups.map((g) =>
      g.unitGroupId === group.unitGroupId
        ? {
            ...g,
            identity,
            returnLineId: line?.id ?? null,
            article: sold ? { ...sold.article } : g.article,
          }
        : g,
    ),
  };
}

function withLine(input: PolicyInput, { line }: Portion, change: Partial<ReturnLine>): PolicyInput {
  return {
    ...input,
    returnCase: {
      ...input.returnCase,
      lines: input.returnCase.lines.map((l) => (l.id === line?.id ? { ...l, ...change } : l)),
    },
  };
}

function withOrder(
  input: PolicyInput,
  { orderLine }: Portion,
  change: Partial<OrderLine>,
): PolicyInput {
  return {
    ...input,
    orderLines: input.orderLines.map((o) => (o.id === orderLine?.id ? { ...o, ...change } : o)),
  };
}
