import { lookupForms } from '../../shared/barcodes/lookup/lookupForms.ts';
import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import { gtinsOf } from '../../shared/facts/articles.ts';
import type { OrderLine, ReturnCase } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { keyOf } from '../storage/packed/identifierKey.ts';
import type { Identifier, IdentifierKind, IdentifierRow } from '../storage/rows.ts';

/** The key of an identifier of this very kind. */
export function indexed({ kind, value }: Identifier): string {
  return keyOf(normalForm(value), kind);
}

/** Whose labels carry more than is printed, and whose papers name either. */
const writtenManyWays: readonly IdentifierKind[] = ['sscc', 'tracking', 'rma', 'plate', 'label'];

function keysOf(identifiers: readonly Identifier[]): readonly string[] {
  const keys = identifiers.flatMap(({ kind, value }) =>
    writtenManyWays.includes(kind)
      ? lookupForms(value).map((form) => keyOf(form, kind))
      : [keyOf(normalForm(value), kind)],
  );
  return [...new Set(keys)];
}

/** What a recorded fact can be found by; null when by nothing. */
export function identifierRowOfFact(fact: Fact): IdentifierRow | null {
  const values = keysOf(identifiersOfFact(fact));
  if (values.length === 0) return null;
  return {
    owner: `fact:${fact.id}`,
    caseId: fact.caseId ?? '',
    arrivalId: 'arrivalId' in fact ? (fact.arrivalId ?? '') : '',
    values,
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
      ...gtinsOf(line.article).map((value): Identifier => ({ kind: 'gtin', value })),
      { kind: 'article', value: line.article.number },
      { kind: 'order', value: line.orderNumber },
      ...line.serials.map((value): Identifier => ({ kind: 'serial', value })),
    ]),
  ];
  return {
    owner: `case:${returnCase.id}`,
    caseId: returnCase.id,
    arrivalId: '',
    values: keysOf(own),
  };
}

function identifiersOfFact(fact: Fact): readonly Identifier[] {
  switch (fact.kind) {
    case 'arrival':
      return [
        ...present('sscc', fact.sscc),
        ...present('tracking', fact.trackingNumber),
        ...present('label', fact.raw),
      ];
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
