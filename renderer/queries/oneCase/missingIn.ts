import type { FactOf } from '../../../shared/facts/fact.ts';
import { missingIn as missing } from '../../cases/remainderOf.ts';
import type { CaseView } from './caseView.ts';

/** By announced line, what of an open case is not here yet. */
export function missingIn(file: CaseView['file']): FactOf<'parcelDone'>['missing'] {
  return missing(file);
}
