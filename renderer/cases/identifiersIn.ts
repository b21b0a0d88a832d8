import { assertNever } from '../../shared/result.ts';
import type { Barcode } from '../../shared/returns/barcode.ts';
import type { Identifier } from '../storage/rows.ts';

/** What a scanned code may be looked up as. Plain digits or text may always be a carrier's number. */
export function identifiersIn(barcode: Barcode): readonly Identifier[] {
  const asTracking: Identifier = { kind: 'tracking', value: barcode.text };
  switch (barcode.kind) {
    case 'sscc':
      return [{ kind: 'sscc', value: barcode.sscc }, asTracking];
    case 'gtin':
      return [{ kind: 'gtin', value: barcode.gtin }, asTracking];
    case 'gs1': {
      const { sscc, gtin, contentGtin, serial } = barcode.label;
      return [
        ...present('sscc', sscc),
        ...present('serial', serial),
        ...present('gtin', gtin ?? contentGtin),
      ];
    }
    case 'rma':
      return [{ kind: 'rma', value: barcode.rmaNumber }];
    case 'licencePlate':
      return [{ kind: 'plate', value: barcode.plate }];
    case 'tracking':
      return [
        asTracking,
        { kind: 'serial', value: barcode.text },
        { kind: 'order', value: barcode.text },
        { kind: 'article', value: barcode.text },
      ];
    case 'command':
    case 'badge':
    case 'location':
      return [];
    default:
      return assertNever(barcode);
  }
}

function present(kind: Identifier['kind'], value: string | undefined): readonly Identifier[] {
  return value === undefined ? [] : [{ kind, value }];
}
