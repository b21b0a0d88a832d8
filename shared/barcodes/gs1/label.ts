import { assertNever } from '../../result.ts';
import type { Gs1Element } from './element.ts';

/** What a label says that the warehouse asks most; absent where the label is silent. */
export type Gs1Label = {
  readonly gtin?: string;
  readonly contentGtin?: string;
  readonly sscc?: string;
  readonly lot?: string;
  readonly serial?: string;
  /** ISO local dates. */
  readonly bestBefore?: string;
  readonly expiry?: string;
  readonly count?: number;
};

/** Gathers the elements of one label. Pure; every identifier occurs at most once. */
export function labelOf(elements: readonly Gs1Element[]): Gs1Label {
  const label: Gs1Label = {};
  for (const element of elements) Object.assign(label, saidBy(element));
  return label;
}

function saidBy(element: Gs1Element): Gs1Label {
  switch (element.kind) {
    case 'gtin':
      return { gtin: element.gtin };
    case 'contentGtin':
      return { contentGtin: element.gtin };
    case 'sscc':
      return { sscc: element.sscc };
    case 'lot':
      return { lot: element.lot };
    case 'serial':
      return { serial: element.serial };
    case 'count':
      return { count: element.count };
    case 'date':
      if (element.day === 'expiry') return { expiry: element.date };
      return element.day === 'bestBefore' ? { bestBefore: element.date } : {};
    case 'madeToOrderGtin':
    case 'measure':
    case 'text':
      return {};
    default:
      return assertNever(element);
  }
}
