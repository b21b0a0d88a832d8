import { accept, assertNever, type Result, refuse } from '../../result.ts';
import { faultOf, type PartFault } from './checkPart.ts';
import type { Gs1Entry } from './dictionary.ts';
import type { Gs1Refusal } from './gs1Refusal.ts';
import { labelDate } from './labelDate.ts';

type Written = { readonly ai: string; readonly value: string; readonly title: string };

type LabelDay = 'production' | 'due' | 'packaging' | 'bestBefore' | 'sellBy' | 'expiry';

/** One Application Identifier with its value as printed, and what the value means. */
export type Gs1Element =
  /** 14 digits. `contentGtin` is what a logistic unit contains. */
  | (Written & { readonly kind: 'gtin' | 'contentGtin' | 'madeToOrderGtin'; readonly gtin: string })
  /** 18 digits. */
  | (Written & { readonly kind: 'sscc'; readonly sscc: string })
  | (Written & { readonly kind: 'lot'; readonly lot: string })
  | (Written & { readonly kind: 'serial'; readonly serial: string })
  /** ISO local date; the label names no zone. */
  | (Written & { readonly kind: 'date'; readonly day: LabelDay; readonly date: string })
  | (Written & { readonly kind: 'count'; readonly count: number })
  /** `amount` is an exact decimal as printed, without needless leading zeros: "1234.56". */
  | (Written & { readonly kind: 'measure'; readonly amount: string; readonly unit: string })
  | (Written & { readonly kind: 'text' });

const days: Readonly<Record<string, LabelDay>> = {
  '11': 'production',
  '12': 'due',
  '13': 'packaging',
  '15': 'bestBefore',
  '16': 'sellBy',
  '17': 'expiry',
};

/**
 * Holds one value against its entry: length, characters, check digits, dates. Refuses
 * `valueTooLong`, `valueTooShort`, `badCheckDigit`, `badDate` and `badValue`.
 */
export function readElement(
  ai: string,
  value: string,
  entry: Gs1Entry,
  referenceYear: number,
): Result<Gs1Element, Gs1Refusal> {
  let at = 0;
  for (const part of entry.parts) {
    if (at === value.length && part.optional) break;
    const text = value.slice(at, at + part.max);
    if (text.length < part.min)
      return refuse({
        code: 'valueTooShort',
        ai,
        length: value.length,
        minimum: at + part.min,
      });
    const fault = faultOf(part, text, referenceYear);
    if (fault !== undefined) return refuse(refusalOf(fault, ai, value));
    at += text.length;
  }
  if (at < value.length)
    return refuse({ code: 'valueTooLong', ai, length: value.length, limit: at });
  return accept(elementOf(ai, value, entry, referenceYear));
}

function refusalOf(fault: PartFault, ai: string, value: string): Gs1Refusal {
  switch (fault.kind) {
    case 'characters':
      return { code: 'badValue', ai, value, check: 'characters' };
    case 'check':
      return { code: 'badValue', ai, value, check: fault.check };
    case 'date':
      return { code: 'badDate', ai, value };
    case 'checkDigit':
      return { code: 'badCheckDigit', ai, expected: fault.expected, found: fault.found };
    default:
      return assertNever(fault);
  }
}

function elementOf(ai: string, value: string, entry: Gs1Entry, referenceYear: number): Gs1Element {
  const written = { ai, value, title: entry.title };
  if (ai === '00') return { ...written, kind: 'sscc', sscc: value };
  if (ai === '01') return { ...written, kind: 'gtin', gtin: value };
  if (ai === '02') return { ...written, kind: 'contentGtin', gtin: value };
  if (ai === '03') return { ...written, kind: 'madeToOrderGtin', gtin: value };
  if (ai === '10') return { ...written, kind: 'lot', lot: value };
  if (ai === '21') return { ...written, kind: 'serial', serial: value };
  if (ai === '30' || ai === '37') return { ...written, kind: 'count', count: Number(value) };
  const day = days[ai];
  const date = day && labelDate(value, referenceYear, true);
  if (day !== undefined && date !== undefined) return { ...written, kind: 'date', day, date };
  if (/^3[1-6]\d[0-5]$/.test(ai))
    return { ...written, kind: 'measure', amount: decimalOf(ai, value), unit: unitOf(entry) };
  return { ...written, kind: 'text' };
}

/** The last digit of the identifier says how many of the value's digits are decimals. */
function decimalOf(ai: string, value: string): string {
  const decimals = Number(ai.slice(-1));
  const point = value.length - decimals;
  const whole = value.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  return decimals === 0 ? whole : `${whole}.${value.slice(point)}`;
}

function unitOf(entry: Gs1Entry): string {
  return /\(([^)]+)\)/.exec(entry.title)?.[1] ?? entry.title.toLowerCase().replace(' per ', '/');
}
