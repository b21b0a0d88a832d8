/** What the client and the office could have done otherwise about the goods of one portion. */
import type { ReturnLine } from '../../facts/documents.ts';
import { sumQuantities } from '../../facts/quantity.ts';
import { unitGroupsOf } from '../../facts/unitGroups.ts';
import { missingClientEvidence } from '../clauses/apply.ts';
import { objectionTold } from '../clauses/transport.ts';
import type { PolicyInput } from '../decision.ts';
import type { PortionContext } from '../reading/reading.ts';
import { why } from '../whyCodes.ts';
import type { Alternatives } from './factChange.ts';
import {
  withCase,
  withClientEvidence,
  withGroup,
  withLine,
  withObjection,
  withOrderLine,
} from './factEdits.ts';

export function documentChanges(context: PortionContext): readonly Alternatives[] {
  return [
    ...clientsPart(context),
    ...reviewed(context),
    ...sold(context),
    ...numbers(context),
    ...counted(context),
    ...linked(context),
  ];
}

/** Applied, objected, received or sent evidence in another way. */
function clientsPart(context: PortionContext): readonly Alternatives[] {
  const { application, clocks, facts, input } = context;
  const { orderLine } = facts;
  const changes: Alternatives[] = [];
  const applyBy = orderLine && clocks.applyBy.get(orderLine.id);
  if (applyBy && application.kind !== 'inTime')
    changes.push([
      {
        why: why('turn.appliedBy', { dueOn: applyBy }),
        apply: withCase((c) => ({
          application: {
            receivedAt: `${applyBy}T00:00:00Z`,
            description: '',
            evidence: [],
            ...c.application,
            receivedOn: applyBy,
          },
        })),
      },
    ]);
  const objectBy = orderLine && clocks.objectBy.get(orderLine.id);
  if (objectBy && objectionTold(context).kind !== 'prompt')
    changes.push([
      { why: why('turn.objectedBy', { dueOn: objectBy }), apply: withObjection(objectBy) },
    ]);
  for (const what of missingClientEvidence(input))
    changes.push([{ why: why('turn.evidenceSent', { what }), apply: withClientEvidence(what) }]);
  const appliedOn = input.returnCase.application?.receivedOn;
  if (orderLine?.clientReceivedOn === null && appliedOn !== undefined)
    changes.push([
      {
        why: why('turn.clientReceivedOn', { on: appliedOn }),
        apply: withOrderLine(orderLine, { clientReceivedOn: appliedOn }),
      },
    ]);
  return changes;
}

function reviewed({ input: { asOf, returnCase } }: PortionContext): readonly Alternatives[] {
  const { outcome, sentOn } = returnCase.review ?? { outcome: null, sentOn: asOf };
  if (outcome === 'authorised' || outcome === 'partlyAuthorised') return [];
  const review = { outcome: 'authorised', sentOn } as const;
  return [[{ why: why('turn.reviewAuthorises', {}), apply: withCase(() => ({ review })) }]];
}

function sold({ facts: { orderLine } }: PortionContext): readonly Alternatives[] {
  if (orderLine === null) return [];
  const changes: Alternatives[] = [];
  if (orderLine.customised)
    changes.push([
      {
        why: why('turn.notCustomised', {}),
        apply: withOrderLine(orderLine, { customised: false }),
      },
    ]);
  if (orderLine.carrier.selectedBy !== 'us')
    changes.push([
      {
        why: why('turn.carrierChosenByUs', {}),
        apply: withOrderLine(orderLine, { carrier: { ...orderLine.carrier, selectedBy: 'us' } }),
      },
    ]);
  return changes;
}

/** What was approved, shipped and granted before, which the portions of a line share. */
function numbers({ facts, input }: PortionContext): readonly Alternatives[] {
  const { line, orderLine } = facts;
  const changes: Alternatives[] = [];
  const ofLine = cameBack(input, ({ id }) => id === line?.id);
  if (line !== null && (line.approvedQuantity ?? line.requestedQuantity) < ofLine)
    changes.push([
      {
        why: why('turn.approvedQuantity', { quantity: ofLine }),
        apply: withLine(line, { approvedQuantity: ofLine }),
      },
    ]);
  if (orderLine === null) return changes;
  const ofOrderLine = cameBack(input, ({ orderLineId }) => orderLineId === orderLine.id);
  if (orderLine.shippedQuantity < ofOrderLine)
    changes.push([
      {
        why: why('turn.shippedQuantity', { quantity: ofOrderLine }),
        apply: withOrderLine(orderLine, { shippedQuantity: ofOrderLine }),
      },
    ]);
  const others = input.grantedElsewhere.filter((g) => g.orderLineId !== orderLine.id);
  if (others.length < input.grantedElsewhere.length)
    changes.push([
      {
        why: why('turn.notGrantedElsewhere', {}),
        apply: (given) => ({ ...given, grantedElsewhere: others }),
      },
    ]);
  return changes;
}

/** Units of all groups of a line. */
function cameBack(input: PolicyInput, isOf: (line: ReturnLine) => boolean): number {
  const lines = new Set<string | null>(input.returnCase.lines.filter(isOf).map(({ id }) => id));
  const groups = unitGroupsOf(input.unitGroups).filter((g) => lines.has(g.returnLineId));
  return sumQuantities(groups.map(({ quantity }) => quantity));
}

function counted({ facts, input }: PortionContext): readonly Alternatives[] {
  const { elsewhere, group, orderLine } = facts;
  const changes: Alternatives[] = [];
  if (elsewhere !== null) {
    const others = input.serialsElsewhere.filter((s) => s.serial !== elsewhere.serial);
    changes.push([
      {
        why: why('turn.serialNotReturnedBefore', { serial: elsewhere.serial }),
        apply: (given) => ({ ...given, serialsElsewhere: others }),
      },
    ]);
  }
  if (orderLine !== null && group.identity !== 'match')
    changes.push([
      {
        why: why('turn.identityMatches', {}),
        apply: withGroup(group, { identity: 'match', article: { ...orderLine.article } }),
      },
    ]);
  return changes;
}

/** For goods of no known order: each order of the case, by its first line. */
function linked({ facts, input }: PortionContext): readonly Alternatives[] {
  if (facts.orderLine !== null) return [];
  const candidates = input.orderLines.flatMap((orderLine) => {
    const line = input.returnCase.lines.find((l) => l.orderLineId === orderLine.id);
    return line ? [{ line, orderLine }] : [];
  });
  return [
    candidates.map(({ line, orderLine }) => ({
      why: why('turn.linkedTo', { orderNumber: orderLine.orderNumber, line: orderLine.lineNumber }),
      apply: withGroup(facts.group, { returnLineId: line.id, article: { ...orderLine.article } }),
    })),
  ];
}
