/** The same returns for everybody: what every contender stores, finds and sends. */
import { outboxRow, ownFactRow } from '../../../renderer/storage/factRows.ts';
import type { OrderLine, ReturnCase } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { type Command, chainStart } from '../../../shared/sync/command.ts';
import { aCase, aReturnLine } from '../../builders/cases/aCase.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  orderLineId,
  personId,
  returnLineId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../builders/cases/recordedFacts.ts';

/** A station's day: Wednesday 2026-11-18, 10:00 in New York. */
export const benchTime = Date.parse('2026-11-18T15:00:00.000Z');
const acceptedAt = '2026-11-18T15:01:00.000Z';

/** Cases `case-1` … of the same ten pumps, received and counted: ready for their first finding. */
export function casesOnTheBench(count: number): readonly Change[] {
  return numbers(count).flatMap((n): readonly Change[] => [
    { collection: 'cases', id: `case-${n}`, body: benchCase(n) },
    ...[arrivalOf(n), countOf(n)].map(acceptedChange),
  ]);
}

export function benchCase(n: number): ReturnCase {
  return aCase({ id: caseId(`case-${n}`), rma: `RMA-${1000 + n}`, trackingNumbers: [`1Z${n}`] });
}

export function arrivalOf(n: number): Fact {
  return anArrival({
    id: factId(`fact-arrival-${n}`),
    caseId: caseId(`case-${n}`),
    arrivalId: arrivalId(`arrival-${n}`),
    trackingNumber: `1Z${n}`,
  });
}

export function countOf(n: number): Fact {
  return aUnitGroup({
    id: factId(`fact-group-${n}`),
    caseId: caseId(`case-${n}`),
    arrivalId: arrivalId(`arrival-${n}`),
    unitGroupId: unitGroupId(`group-${n}`),
  });
}

/** The nth finding of a case, by its inspector. */
export function findingOf(n: number, which = 1): Fact {
  return aFinding({
    id: factId(`fact-finding-${n}-${which}`),
    caseId: caseId(`case-${n}`),
    findingId: findingId(`finding-${n}-${which}`),
    unitGroupId: unitGroupId(`group-${n}`),
    personId: personId('ivan'),
    quantity: 1,
    note: 'Leaks at the shaft seal under pressure.',
  });
}

export function acceptedChange(fact: Fact): Change {
  return { collection: 'facts', id: fact.id, body: { fact, acceptedAt } };
}

/** In the envelope of a station, not signed: for stores that do not look. */
export function sealedLoosely(fact: Fact, sequence: number): Command {
  const basis = { cursor: null, heads: [] };
  return { version: 1, fact, basis, ...looseEnvelope(fact.stationId, sequence) };
}

export function looseEnvelope<Id extends string>(stationId: Id, sequence: number) {
  return {
    stationId,
    sequence,
    previousHash: chainStart,
    hash: sequence.toString(16).padStart(64, '0'),
    signature: 's'.repeat(88),
  };
}

/** The two rows every save writes. */
export function rowsOf(fact: Fact, sequence: number) {
  const command = sealedLoosely(fact, sequence);
  return { fact: ownFactRow(command), outbox: outboxRow(command) };
}

export const linesPerCase = 5;

/** Expected returns of five lines each, every line with its own article, order, serial and price. */
export function expectedReturns(lines: number): readonly {
  readonly paper: ReturnCase;
  readonly orderLines: readonly OrderLine[];
}[] {
  return numbers(Math.ceil(lines / linesPerCase)).map((n) => {
    const orderLines = numbers(linesPerCase).map((l) => expectedOrderLine(n, l));
    const paper = aCase({
      id: caseId(`case-${n}`),
      rma: `RMA-${10_000 + n}`,
      trackingNumbers: [trackingNumber(n)],
      ssccs: [String(n).padStart(18, '0')],
      lines: orderLines.map((line, l) =>
        aReturnLine({ id: returnLineId(`line-${n}-${l + 1}`), orderLineId: line.id }),
      ),
    });
    return { paper, orderLines };
  });
}

function expectedOrderLine(n: number, l: number): OrderLine {
  const own = (n - 1) * linesPerCase + l;
  return anOrderLine({
    id: orderLineId(`order-line-${n}-${l}`),
    orderNumber: `SO-${n}`,
    lineNumber: l,
    article: {
      number: `ART-${own % 3000}`,
      name: `Centrifugal pump ${own % 3000}`,
      gtin: String(9_521_101_500_000 + (own % 3000)).padStart(14, '0'),
    },
    serials: [`SN-${own}`],
  });
}

export function trackingNumber(n: number): string {
  return `1Z9W8402${String(n).padStart(10, '0')}`;
}

/** One line by itself with everything it is looked up by: what a store without packing keeps. */
export function lineRows(lines: number) {
  return expectedReturns(lines).flatMap(({ paper, orderLines }) =>
    orderLines.map((line) => ({
      id: `${paper.id}:${line.id}`,
      caseId: paper.id,
      rma: paper.rma,
      expectedOn: paper.expectedOn,
      line,
      values: [
        `rma:${paper.rma}`,
        `tracking:${paper.trackingNumbers[0]}`,
        `gtin:${line.article.gtin}`,
        `article:${line.article.number}`,
        `order:${line.orderNumber}`,
        `serial:${line.serials[0]}`,
      ],
    })),
  );
}

/** Each case can be found by five identifiers of its own. */
export const identifiersPerCase = 5;

export function soughtReturns(cases: number) {
  return numbers(cases).map((n) => ({
    paper: aCase({
      id: caseId(`case-${n}`),
      rma: `RMA-${10_000 + n}`,
      trackingNumbers: [trackingNumber(n)],
      ssccs: [String(n).padStart(18, '0')],
      lines: [aReturnLine({ orderLineId: orderLineId(`order-line-${n}`) })],
    }),
    orderLine: anOrderLine({
      id: orderLineId(`order-line-${n}`),
      orderNumber: `SO-${n}`,
      serials: [`SN-${n}`],
    }),
  }));
}

export function identifiersOfCase(n: number): readonly string[] {
  return [
    `rma:RMA-${10_000 + n}`,
    `tracking:${trackingNumber(n)}`,
    `sscc:${String(n).padStart(18, '0')}`,
    `order:SO-${n}`,
    `serial:SN-${n}`,
  ];
}

/** Always the same cases, far apart from each other. */
export function someCases(count: number, cases: number): readonly number[] {
  return numbers(count).map((n) => ((n * 7919) % cases) + 1);
}

export function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function pagesOf<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, page) =>
    rows.slice(page * size, (page + 1) * size),
  );
}

/** The line of a work list, as every contender keeps it. */
export type ListRow = {
  readonly id: string;
  readonly rma: string;
  readonly list: string;
  readonly clientName: string;
  readonly state: string;
  readonly saved: string;
  readonly dueBefore: string;
};

export function listRow(n: number, state: string, saved: string): ListRow {
  return {
    id: `case-${n}`,
    rma: `RMA-${1000 + n}`,
    list: 'bench',
    clientName: 'Halden Pumps',
    state,
    saved,
    dueBefore: '2026-11-28T05:00:00.000Z',
  };
}

export const factsPerReturn = 4;

/** How many returns so many facts are about. */
export function returnsOf(facts: number): number {
  return Math.ceil(facts / factsPerReturn);
}

/** Arrival, count and two findings of each return, in this order. */
export function factsOfReturns(facts: number): readonly Fact[] {
  return numbers(returnsOf(facts))
    .flatMap((n) => [arrivalOf(n), countOf(n), findingOf(n, 1), findingOf(n, 2)])
    .slice(0, facts);
}
