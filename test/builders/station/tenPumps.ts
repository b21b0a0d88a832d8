import type { CountUnits } from '../../../renderer/actions/countUnits.ts';
import { returnLineId } from '../cases/ids.ts';

/** How the ten pumps of the usual case are counted: by their label, for the line that announced them. */
export const tenPumps: Omit<CountUnits, 'caseId' | 'arrivalId'> = {
  returnLineId: returnLineId('line-1'),
  article: { gtin: '09521101530001', number: 'PUMP-40', name: 'Centrifugal pump 40' },
  lot: null,
  serials: [],
  quantity: 10,
  identity: null,
  identifiedBy: 'scan',
  raw: null,
};
