import type { UnitGroupId } from '../ids.ts';
import type { UnitsCountedFact } from './fact.ts';
import { sumQuantities } from './quantity.ts';

/**
 * The groups of a case, from its counts in any order: counts naming the same group add up, the first
 * stands for them, and the same count twice counts once. A serial is goods: it counts once in the
 * case, and a count naming serials counts as many units as serials it brings, however often it was
 * scanned and whatever quantity it claims. By group id.
 */
export function unitGroupsOf(counts: readonly UnitsCountedFact[]): readonly UnitsCountedFact[] {
  const once = [...new Map(counts.map((count) => [count.id, count])).values()].sort(byId);
  const seen = new Set<string>();
  const groups = new Map<UnitGroupId, UnitsCountedFact>();
  for (const count of once) {
    const serials = [...new Set(count.serials)].filter((serial) => {
      const key = serialKey(count.article, serial);
      return seen.has(key) ? false : seen.add(key);
    });
    const quantity =
      count.serials.length === 0 ? count.quantity : Math.min(count.quantity, serials.length);
    const before = groups.get(count.unitGroupId);
    groups.set(
      count.unitGroupId,
      before
        ? {
            ...before,
            quantity: sumQuantities([before.quantity, quantity]),
            serials: [...before.serials, ...serials],
          }
        : { ...count, quantity, serials },
    );
  }
  return [...groups.values()].sort((a, b) => (a.unitGroupId < b.unitGroupId ? -1 : 1));
}

/** A serial is unique for its article, not beyond it. */
export function serialKey(article: UnitsCountedFact['article'], serial: string): string {
  return `${article.number ?? article.gtin ?? article.name} ${serial.trim().toUpperCase()}`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
