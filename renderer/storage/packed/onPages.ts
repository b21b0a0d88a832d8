import type { IdentifierRow } from '../rows.ts';
import {
  namedRank,
  type OpenPage,
  ranksOnPage,
  rowFound,
  type Sought,
} from './identifierIndexPage.ts';

/** Which of the cases that have but an article in common are looked at: thousands may. */
export type Nearest = {
  readonly most: number;
  /**
   * Sorts them, the least first, by which of what is sought and how strong a kind they are found best;
   * null for one that is not to be looked at.
   */
  readonly placeOf: (caseId: string, rank: number) => string | null;
};

type Candidate = { readonly caseId: string; readonly place: string };

/** What was found on pages, the latest last: `named` at once, the others some at a time. */
export type OnPages = {
  readonly named: readonly IdentifierRow[];
  /** So many of the others at most, the nearest first, but for those seen; none: that was all. */
  readonly next: (many: number, seen: ReadonlySet<string>) => readonly IdentifierRow[];
};

export function onPages(
  pages: readonly OpenPage[],
  sought: readonly Sought[],
  nearest: Nearest | null,
): OnPages {
  const named: IdentifierRow[] = [];
  const ranks = new Map<string, number>();
  for (const [index, page] of pages.entries())
    for (const [caseId, rank] of ranksOnPage(page, sought)) {
      if (nearest && rank !== namedRank) {
        ranks.set(caseId, Math.min(rank, ranks.get(caseId) ?? rank));
        continue;
      }
      if (pages.some((later, at) => at > index && later.placeOf.has(caseId))) continue;
      const row = rowFound(page, caseId, sought);
      if (row) named.push(row);
    }
  for (const { caseId } of named) ranks.delete(caseId);
  let last: Candidate | null = null;

  function next(many: number, seen: ReadonlySet<string>): readonly IdentifierRow[] {
    for (;;) {
      const some = nearestOf(ranks, nearest, last, many);
      last = some.at(-1) ?? last;
      const rows = some.flatMap(({ caseId }) => {
        const latest = pages.findLast((page) => page.placeOf.has(caseId));
        const row = latest && !seen.has(`case:${caseId}`) ? rowFound(latest, caseId, sought) : null;
        return row ?? [];
      });
      if (rows.length > 0 || some.length < many) return rows;
    }
  }
  return { named, next };
}

/** Those behind `last`, without sorting all of them. */
function nearestOf(
  ranks: ReadonlyMap<string, number>,
  nearest: Nearest | null,
  last: Candidate | null,
  many: number,
): readonly Candidate[] {
  const least: Candidate[] = [];
  for (const [caseId, rank] of ranks) {
    const place = nearest?.placeOf(caseId, rank) ?? null;
    if (place === null) continue;
    const one = { caseId, place };
    const end = least.at(-1);
    if (last && !isBefore(last, one)) continue;
    if (least.length === many && end && !isBefore(one, end)) continue;
    const at = least.findLastIndex((other) => isBefore(other, one)) + 1;
    least.splice(at, 0, one);
    if (least.length > many) least.pop();
  }
  return least;
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.place === b.place ? a.caseId < b.caseId : a.place < b.place;
}
