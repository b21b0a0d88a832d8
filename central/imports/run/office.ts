import type { BatchRow, RowAnswer } from '../../../shared/office/officeApi.ts';

/** Where an import brings its rows: over HTTP from any machine, or central itself. */
export type Office = {
  /** At most 500 rows; with `test` nothing is written. */
  batch(rows: readonly BatchRow[], test: boolean): Promise<readonly RowAnswer[]>;
  /** Ids of the sender that are not withdrawn, page by page. */
  currentIds(): AsyncIterable<readonly string[]>;
};
