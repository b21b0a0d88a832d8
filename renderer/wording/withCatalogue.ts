import {
  CatalogueCode,
  type CatalogueEntry,
  type CatalogueSort,
  sortOfCode,
} from '../../shared/facts/catalogue.ts';
import type { Wording } from './createWording.ts';

const families: Readonly<Record<CatalogueSort, string>> = {
  defect: 'defect',
  misuseSign: 'indicator',
  reason: 'claim',
  disposition: 'disposition',
};

/** The same, with the company's own names for our codes and for what it says more exactly. */
export function withCatalogue(wording: Wording, entries: readonly CatalogueEntry[]): Wording {
  if (entries.length === 0) return wording;
  const ours = new Map<string, string>();
  const theirs = new Map<string, string>();
  for (const entry of entries) {
    const name = nameIn(wording, entry);
    const id = `${families[sortOfCode(entry.of)]}.${entry.of}`;
    if (isOfCode(entry)) {
      // Of what only has another name, the one that was withdrawn is over; a defect keeps its own.
      if (name !== null && (entry.withdrawn === null || sortOfCode(entry.of) === 'defect'))
        ours.set(id, name);
    } else theirs.set(entry.id, name ?? entry.code ?? entry.id);
  }
  return {
    ...wording,
    t: (id, values) => ours.get(id) ?? wording.t(id, values),
    entryName: (id) => theirs.get(id) ?? null,
  };
}

/** It names one of our codes, and says nothing more exactly. */
function isOfCode({ id, of }: CatalogueEntry): boolean {
  return CatalogueCode.safeParse(id).success || sortOfCode(of) !== 'defect';
}

/** In the language that is spoken; a code of ours has our name there, anything else whichever there is. */
function nameIn({ tag }: Wording, entry: CatalogueEntry): string | null {
  const spoken = new Map(Object.entries(entry.names)).get(tag.slice(0, 2));
  if (spoken !== undefined) return spoken;
  const { en, de, es, zh } = entry.names;
  return isOfCode(entry) ? null : (en ?? de ?? es ?? zh ?? null);
}
