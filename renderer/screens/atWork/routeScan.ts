import type { ArrivalId, CaseId, ReturnLineId, UnitGroupId } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Barcode } from '../../../shared/returns/barcode.ts';
import type { CardCommand } from '../../../shared/returns/barcodeOwn.ts';
import type { CaseFile } from '../../../shared/returns/caseFile.ts';
import type { OrderLine } from '../../../shared/returns/documents.ts';

/** The parcel in the dock worker's hands. */
export type OpenParcel = {
  readonly arrivalId: ArrivalId;
  /** null: unexpected, not linked to a case yet. */
  readonly caseId: CaseId | null;
};

/** The case of the open parcel, as far as counting needs it. */
export type Expected = {
  readonly file: CaseFile;
  readonly orderLines: readonly OrderLine[];
};

/** An article as counted: which announced line it meets and which group it joins. */
export type CountOf = {
  readonly returnLineId: ReturnLineId | null;
  readonly unitGroupId: UnitGroupId | null;
  readonly article: {
    readonly gtin: string;
    readonly number: string | null;
    readonly name: string;
  };
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
};

/** What a scan means at the dock. */
export type DockStep =
  | { readonly kind: 'command'; readonly command: CardCommand }
  | { readonly kind: 'receive' }
  | { readonly kind: 'link'; readonly parcel: OpenParcel }
  | { readonly kind: 'count'; readonly count: CountOf }
  /** An article while nothing is open, or while the case of the open parcel is not known here. */
  | { readonly kind: 'parcelFirst' }
  | { readonly kind: 'caseFirst' }
  | { readonly kind: 'location'; readonly code: string }
  | { readonly kind: 'badge' };

/** Routes a scan by what it is, never by what has focus. Pure. */
export function routeScan(
  barcode: Barcode,
  parcel: OpenParcel | null,
  expected: Expected | null,
): DockStep {
  switch (barcode.kind) {
    case 'command':
      return { kind: 'command', command: barcode.command };
    case 'badge':
      return { kind: 'badge' };
    case 'location':
      return { kind: 'location', code: barcode.code };
    case 'rma':
      return parcel && parcel.caseId === null ? { kind: 'link', parcel } : { kind: 'receive' };
    case 'sscc':
    case 'licencePlate':
    case 'tracking':
      return { kind: 'receive' };
    case 'gtin':
      return article({ gtin: barcode.gtin, lot: null, serial: null, count: 1 }, parcel, expected);
    case 'gs1': {
      const { gtin, contentGtin, sscc, lot, serial, count } = barcode.label;
      const counted = gtin ?? contentGtin;
      if (sscc !== undefined || counted === undefined) return { kind: 'receive' };
      return article(
        { gtin: counted, lot: lot ?? null, serial: serial ?? null, count: count ?? 1 },
        parcel,
        expected,
      );
    }
    default:
      return assertNever(barcode);
  }
}

type Label = {
  readonly gtin: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly count: number;
};

function article(label: Label, parcel: OpenParcel | null, expected: Expected | null): DockStep {
  if (!parcel) return { kind: 'parcelFirst' };
  if (parcel.caseId === null) return { kind: 'count', count: unannounced(label) };
  if (!expected) return { kind: 'caseFirst' };
  return { kind: 'count', count: countFor(label, parcel, expected) };
}

/** Nobody knows yet whose goods these are, so nothing of them was announced. */
function unannounced({ gtin, lot, serial, count }: Label): CountOf {
  return {
    returnLineId: null,
    unitGroupId: null,
    article: { gtin, number: null, name: '' },
    lot,
    serials: serial === null ? [] : [serial],
    quantity: count,
  };
}

/** Finds the announced line of an article, a line with room left before a full one. */
function countFor(label: Label, parcel: OpenParcel, { file, orderLines }: Expected): CountOf {
  const lines = file.returnCase.lines.flatMap((line) => {
    const order = orderLines.find((o) => o.id === line.orderLineId);
    return order?.article.gtin === label.gtin ? [{ line, order }] : [];
  });
  const counted = (lineId: ReturnLineId) =>
    file.unitGroups
      .filter((g) => g.returnLineId === lineId && g.identity === 'match')
      .reduce((sum, g) => sum + g.quantity, 0);
  const room = (l: (typeof lines)[number]['line']) =>
    (l.approvedQuantity ?? l.requestedQuantity) - counted(l.id);
  const meets = lines.find(({ line }) => room(line) >= label.count) ?? lines[0];
  const known = meets?.order ?? orderLines.find((o) => o.article.gtin === label.gtin);
  const isSurplus = meets ? room(meets.line) < label.count : false;
  const lot = label.lot ?? null;
  const group = file.unitGroups.find(
    (g) =>
      g.arrivalId === parcel.arrivalId &&
      g.article.gtin === label.gtin &&
      g.lot === lot &&
      g.returnLineId === (meets?.line.id ?? null) &&
      (g.identity === 'mismatch_quantity') === isSurplus &&
      g.identity !== 'mismatch_instance',
  );
  return {
    returnLineId: meets?.line.id ?? null,
    unitGroupId: group?.unitGroupId ?? null,
    article: {
      gtin: label.gtin,
      number: known?.article.number ?? null,
      name: known?.article.name ?? '',
    },
    lot,
    serials: label.serial === null ? [] : [label.serial],
    quantity: label.count,
  };
}
