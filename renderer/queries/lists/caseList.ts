import { partAt } from '../partAt.ts';
import type { CaseLine } from './caseLines.ts';
import type { CachedList } from './caseListCache.ts';
import { type CaseRow, caseRowOf, type ReadWith } from './caseRow.ts';

/** A work list: its rows are made when they are asked for. */
export type CaseList = {
  readonly length: number;
  readonly at: (index: number) => CaseRow | undefined;
  /** Its case, without making the row: it is asked of all of them. */
  readonly keyAt: (index: number) => string;
  /** Where a case stands in it, -1 for nowhere. */
  readonly placeOf: (caseId: string) => number;
  /** To find one by, of all of them: nothing of the row is made for it. */
  readonly wordsAt: (index: number) => string;
};

type Made = { readonly row: CaseRow; readonly readWith: ReadWith; readonly minute: number };
const made = new WeakMap<CaseLine, Made>();

/** The row of a line at this minute; the very same row while nothing it says can have changed. */
export function rowOfLine(line: CaseLine, readWith: ReadWith, minute: number): CaseRow {
  const known = made.get(line);
  const isFresh =
    known?.readWith.calendars === readWith.calendars &&
    (known.readWith.runs === readWith.runs || line.row.waiting.here.length === 0) &&
    (known.readWith.names === readWith.names || line.row.heldBy.length === 0) &&
    (known.minute === minute || line.row.deadline === null);
  if (known && isFresh) return known.row;
  const row = caseRowOf(line.row, readWith, line.onHold, minute);
  made.set(line, { row, readWith, minute });
  return row;
}

/** One after another; `parts` are in order already. */
export function caseListOf(
  parts: readonly (readonly CaseLine[])[],
  readWith: ReadWith,
  minute: number,
): CaseList {
  let length = 0;
  const starts = parts.map((lines) => {
    const start = length;
    length += lines.length;
    return { start, length: lines.length, lines };
  });
  const partOf = partAt(starts);
  const lineAt = (index: number) => {
    const part = partOf(index);
    return part?.lines[index - part.start];
  };
  let places: ReadonlyMap<string, number> | null = null;
  return {
    length,
    at(index) {
      const line = lineAt(index < 0 ? length + index : index);
      return line && rowOfLine(line, readWith, minute);
    },
    keyAt: (index) => lineAt(index)?.row.caseId ?? String(index),
    wordsAt(index) {
      const row = lineAt(index)?.row;
      return row ? `${row.rma ?? ''} ${row.clientName}` : '';
    },
    placeOf(caseId) {
      places ??= new Map(parts.flat().map((line, index) => [line.row.caseId, index]));
      return places.get(caseId) ?? -1;
    },
  };
}

/** Day by day, what nobody dated last. */
export function inOrder({ days, readWith }: CachedList, minute: number): CaseList {
  const parts = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lines]) => lines);
  return caseListOf(parts, readWith, minute);
}
