/**
 * Where the product does not decide yet as policy.md says, each with its smallest example. Until it
 * does, the second implementation says what the product says; `true` makes it say what is right.
 */
export const mended = {
  /** A photo of one finding shows nothing of the units of another. */
  photosOfTheirUnits: false,
};
