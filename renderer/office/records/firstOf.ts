import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { GroupDraft } from '../form/draft.ts';

/**
 * What a company's first of a kind may well be called and begin with, to be written over; null: only it
 * knows. A first policy is in force from the year's beginning, since what was applied for before it goes
 * by it all the same.
 */
export function firstOf(
  kind: OfficeKind,
  today: Date,
): { readonly id: string; readonly draft: GroupDraft } | null {
  if (kind !== 'policies') return null;
  const year = today.getUTCFullYear();
  return { id: `RP-${year}`, draft: { effectiveFrom: `${year}-01-01` } };
}
