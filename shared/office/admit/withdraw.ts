import { accept, type Result, refuse } from '../../result.ts';
import {
  type OfficeCommand,
  type OfficeError,
  type OfficeRecord,
  officeError,
} from '../officeCommand.ts';
import { withdrawnEntry } from './buildCatalogue.ts';
import type { Built, Known } from './known.ts';

/**
 * What becomes of a record nobody is to use any more. Nothing is deleted: what was granted or recorded
 * with it still speaks of it; a person's keys end, a return is cancelled, the rest is named no more.
 */
export function withdrawnFrom(
  { kind, reason }: OfficeCommand,
  before: OfficeRecord,
  known: Known,
): Result<Built, readonly OfficeError[]> {
  switch (kind) {
    case 'sites':
    case 'calendars':
      return refuse([
        officeError('', 'notForThisKind', 'Deadlines rest on it: sites and calendars stay'),
      ]);
    case 'policies':
      return before.state === 'draft'
        ? accept(nothing)
        : refuse([officeError('', 'stays', 'Returns are judged by it; write a later edition')]);
    case 'catalogue':
      return withdrawnEntry(before, reason, known);
    case 'people':
      return accept({ ...nothing, effects: [{ kind: 'personLeaves', personId: before.ownId }] });
    case 'returns':
      return accept({
        ...nothing,
        effects: [{ kind: 'cancelReturn', caseId: before.ownId, reason: reason.slice(0, 300) }],
      });
    default:
      return accept(nothing);
  }
}

const nothing: Built = { documents: [] };
