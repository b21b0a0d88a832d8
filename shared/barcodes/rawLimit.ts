/** A scan as it came, in characters: carriers' two-dimensional labels have several hundred. */
export const rawLimit = 1000;
