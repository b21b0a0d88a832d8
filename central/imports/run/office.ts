import type { BatchRow, RowAnswer } from '../../../shared/office/officeApi.ts';

/** At most 500 rows at a time, each knowing those before it. */
export type BringRows = (rows: readonly BatchRow[]) => Promise<readonly RowAnswer[]>;

/** `test`: nothing is written. `parts`: each part by itself. `whole`: all parts together, or none. */
export type Bringing = 'test' | 'parts' | 'whole';

/** Where an import brings its rows. */
export type Office = {
  /** `whole` stands if `isGood` says so of what the work came to. */
  bring<T>(
    how: Bringing,
    work: (bring: BringRows) => Promise<T>,
    isGood: (came: T) => boolean,
  ): Promise<T>;
  /** Ids of the sender that are not withdrawn, page by page. */
  currentIds(): AsyncIterable<readonly string[]>;
};
