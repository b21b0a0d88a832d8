import type { CatalogueEntry } from '../../../shared/facts/catalogue.ts';
import { CatalogueEntryId } from '../../../shared/ids.ts';

/** D17, a pore in the weld: what a company says more exactly than we do. */
export function anEntry(overrides: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id: CatalogueEntryId.parse('entry-d17'),
    of: 'workmanship.weld',
    code: 'D17',
    names: { en: 'Pore in the weld', de: 'Pore in der Naht' },
    productGroups: [],
    validFrom: null,
    withdrawn: null,
    ...overrides,
  };
}

export const entryId = (id: string) => CatalogueEntryId.parse(id);
