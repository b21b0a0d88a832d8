/** The feed of the model, in the order central tells it (`central/feed/beginningRows.ts`), said once more. */
import { type FeedPosition, feedStart } from '../../central/feed/cursor.ts';
import type { CentralState, FeedEntry } from './centralState.ts';

const behindAllParts = 4;

/** What has committed below `horizon` and was not read yet; from the start in parts, then as it commits. */
export function pageAfter(
  state: CentralState,
  after: FeedPosition,
  horizon: number,
  pageSize: number,
): { readonly page: readonly FeedEntry[]; readonly next: FeedPosition; readonly more: boolean } {
  const beginning = after === feedStart ? { part: 0, before: String(horizon) } : after.beginning;
  const current = beginning?.part ?? behindAllParts;
  const left = inOrder([...state.feed.values()])
    .filter((entry) => Number(entry.xid) < horizon)
    .map((entry) => ({ entry, part: partOf(state, entry, beginning) }))
    .filter(({ entry, part }) => (part === current ? isAfter(entry, after) : part > current))
    .toSorted((a, b) => a.part - b.part);
  const page = left.slice(0, pageSize);
  const more = left.length > pageSize;
  return { page: page.map(({ entry }) => entry), next: nextAfter(), more };

  function nextAfter(): FeedPosition {
    const last = page.at(-1);
    const { xid, sequence } = last?.entry ?? after;
    if (!beginning || last?.part === behindAllParts) return { xid, sequence };
    if (!last || !more) return { xid: beginning.before, sequence: 0 };
    return { xid, sequence, beginning: { ...beginning, part: last.part } };
  }
}

function partOf(
  state: CentralState,
  { collection, id, xid }: FeedEntry,
  beginning: FeedPosition['beginning'],
): number {
  if (!beginning || Number(xid) >= Number(beginning.before)) return behindAllParts;
  if (collection === 'refunds') return 0;
  if (collection === 'facts') return 2;
  const hasFacts = [...state.facts.values()].some(({ fact }) => fact.caseId === id);
  return hasFacts ? 3 : 1;
}

function isAfter(entry: FeedPosition, after: FeedPosition): boolean {
  const [x, y] = [Number(entry.xid), Number(after.xid)];
  return x === y ? entry.sequence > after.sequence : x > y;
}

export function inOrder(entries: FeedEntry[]): FeedEntry[] {
  return entries.sort((a, b) => (isAfter(a, b) ? 1 : -1));
}
