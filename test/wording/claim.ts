/**
 * Every English sentence that says an act was, is or will be done, with the code that does it
 * ("file#export"). A sentence nothing stands behind is not said: it is reworded, not listed.
 */
export type Claim = {
  readonly act: string;
  readonly by: readonly string[];
  /** Ids of the catalogue. */
  readonly says: readonly string[];
};
