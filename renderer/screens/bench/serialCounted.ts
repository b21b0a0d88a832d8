import { barcodeOf, type Scan } from '../../../shared/barcodes/scan.ts';
import type { CaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { goodsLabelOf } from '../../workflow/goodsLabel.ts';

/** The unit of this case whose serial a scan says, on its label or as plain text; null: none counted yet. */
export function serialCounted(
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
  scan: Scan,
): { readonly group: UnitsCountedFact; readonly serial: string } | null {
  const barcode = barcodeOf(scan);
  const said = goodsLabelOf(barcode)?.serial ?? barcode.text;
  for (const group of unitGroups) {
    const serial = group.serials.find((one) => one.toUpperCase() === said.toUpperCase());
    if (serial !== undefined) return { group, serial };
  }
  return null;
}
