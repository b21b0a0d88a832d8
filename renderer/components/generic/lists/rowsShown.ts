/** A list that need not be there as a whole: an array, or what makes its rows when they are drawn. */
export type Rows<Row> = {
  readonly length: number;
  readonly at: (index: number) => Row | undefined;
  /** The key of a row, where that takes less than making it; the same function for the same rows. */
  readonly keyAt?: (index: number) => string;
  /** Where the row with this key is, -1 for nowhere; looked for where it is left out. */
  readonly placeOf?: (key: string) => number;
  /** What typing ahead looks through, where that takes less than making the row. */
  readonly wordsAt?: (index: number) => string;
};
