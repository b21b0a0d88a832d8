import { normalForm } from '../barcodes/lookup/normalForm.ts';
import type { UnitGroupId } from '../ids.ts';
import type { UnitsCountedFact } from './fact.ts';
import { sumQuantities } from './quantity.ts';
import { isSamePiece } from './serials.ts';

/**
 * The groups of a case, from its counts in any order: counts naming the same group add up, the first
 * stands for them, and the same count twice counts once. A serial is goods: it counts once in the
 * case, and a count naming serials counts as many units as serials it brings, however often it was
 * scanned and whatever quantity it claims. By group id.
 */
export function unitGroupsOf(counts: readonly UnitsCountedFact[]): readonly UnitsCountedFact[] {
  const once = [...new Map(counts.map((count) => [count.id, count])).values()].sort(byId);
  const seen = new Map<string, UnitsCountedFact['article'][]>();
  const groups = new Map<UnitGroupId, Counted>();
  for (const count of once) {
    const { article } = count;
    const serials = count.serials.filter((serial) => {
      const before = seen.get(normalForm(serial)) ?? [];
      if (before.some((other) => isSamePiece({ article, serial }, { article: other, serial })))
        return false;
      seen.set(normalForm(serial), [...before, article]);
      return true;
    });
    const quantity =
      count.serials.length === 0 ? count.quantity : Math.min(count.quantity, serials.length);
    const before = groups.get(count.unitGroupId);
    if (before) {
      // Not copied for each count: ten thousand pieces scanned one by one would be fifty million.
      before.serials.push(...serials);
      before.quantities.push(quantity);
    } else groups.set(count.unitGroupId, { first: count, serials, quantities: [quantity] });
  }
  return [...groups.values()]
    .map(({ first, serials, quantities }) => ({
      ...first,
      serials,
      quantity: sumQuantities(quantities),
    }))
    .sort((a, b) => (a.unitGroupId < b.unitGroupId ? -1 : 1));
}

type Counted = {
  readonly first: UnitsCountedFact;
  readonly serials: string[];
  readonly quantities: number[];
};

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
