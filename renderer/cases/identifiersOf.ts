import type { OrderLine, ReturnCase } from '../../shared/returns/documents.ts';
import type { Fact } from '../../shared/returns/fact.ts';
import type { Identifier, IdentifierRow } from '../storage/rows.ts';

/** The form an identifier is indexed in: scanners and people differ in case and spaces. */
export function indexed({ kind, value }: Identifier): string {
  return `${kind}:${value.replace(/\s+/g, '').toUpperCase()}`;
}

/** What a recorded fact can be found by; null when by nothing. */
export function identifierRowOfFact(fact: Fact): IdentifierRow | null {
  const values = identifiersOfFact(fact).map(indexed);
  if (values.length === 0) return null;
  return {
    owner: `fact:${fact.id}`,
    caseId: fact.caseId ?? '',
    arrivalId: 'arrivalId' in fact ? (fact.arrivalId ?? '') : '',
    values: [...new Set(values)],
  };
}

/** What a case can be found by through its papers: its own numbers and its order lines. */
export function identifierRowOfCase(
  returnCase: ReturnCase,
  orderLines: readonly OrderLine[],
): IdentifierRow {
  const own: readonly Identifier[] = [
    ...present('rma', returnCase.rma),
    ...returnCase.trackingNumbers.map((value): Identifier => ({ kind: 'tracking', value })),
    ...returnCase.ssccs.map((value): Identifier => ({ kind: 'sscc', value })),
    ...orderLines.flatMap((line): readonly Identifier[] => [
      { kind: 'gtin', value: line.article.gtin },
      { kind: 'article', value: line.article.number },
      { kind: 'order', value: line.orderNumber },
      ...line.serials.map((value): Identifier => ({ kind: 'serial', value })),
    ]),
  ];
  return {
    owner: `case:${returnCase.id}`,
    caseId: returnCase.id,
    arrivalId: '',
    values: [...new Set(own.map(indexed))],
  };
}

function identifiersOfFact(fact: Fact): readonly Identifier[] {
  switch (fact.kind) {
    case 'arrival':
      return [...present('sscc', fact.sscc), ...present('tracking', fact.trackingNumber)];
    case 'handlingUnit':
      return [...present('sscc', fact.sscc), ...present('plate', fact.licencePlate)];
    case 'unitsCounted':
      return [
        ...present('gtin', fact.article.gtin),
        ...present('article', fact.article.number),
        ...fact.serials.map((value): Identifier => ({ kind: 'serial', value })),
      ];
    default:
      return [];
  }
}

function present(kind: Identifier['kind'], value: string | null): readonly Identifier[] {
  return value === null || value === '' ? [] : [{ kind, value }];
}
