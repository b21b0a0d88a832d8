import type { BatchRow, RowAnswer } from '../../../shared/office/officeApi.ts';

/**
 * A row to bring, with the hash of what it was made from, kept with what it comes to, and the fields its
 * table has a column for.
 */
export type BroughtRow = BatchRow & {
  readonly hash?: string;
  readonly fields?: readonly string[];
};

/** One way through the office: for a test, for parts, or for all of a file together. */
export type Bring = {
  /** At most 500 rows at a time, each knowing those before it. */
  rows(rows: readonly BroughtRow[]): Promise<readonly RowAnswer[]>;
  /** Which of these ids were last written from a row with this hash, and by nothing else since. */
  areSame(
    said: readonly { readonly id: string; readonly hash: string }[],
  ): Promise<ReadonlySet<string>>;
};

/** `test`: nothing is written. `parts`: each part by itself. `whole`: all parts together, or none. */
export type Bringing = 'test' | 'parts' | 'whole';

/** Where an import brings its rows. */
export type Office = {
  /** `whole` stands if `isGood` says so of what the work came to. */
  bring<T>(
    how: Bringing,
    work: (bring: Bring) => Promise<T>,
    isGood: (came: T) => boolean,
  ): Promise<T>;
  /** Ids of the sender that are not withdrawn, page by page. */
  currentIds(): AsyncIterable<readonly string[]>;
};
