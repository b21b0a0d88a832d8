/**
 * Where the product does not decide yet as policy.md says, each with its smallest example. Until it
 * does, the second implementation says what the product says; `true` makes it say what is right.
 */
export const mended = {
  /** Wrong article or surplus by records, and only damage of the way back found: nobody inspected it. */
  paidOnlyWhenInspected: false,
  /** Proved misuse beside damage of unknown cause, or of a carrier not ours: a person decides. */
  neverRefusedWhileUnclear: false,
  /** Ten units of our fault, six approved: the freight is ours, as the liability is. */
  freightFollowsLiability: false,
  /** Late, which the policy accepts, and customised, which a person refuses: not refused as late. */
  refusedForItsReason: false,
  /** A photo of one finding shows nothing of the units of another. */
  photosOfTheirUnits: false,
  /** Worth granted elsewhere, its quantity not: what is paid of the rest names that cap. */
  capsOfWorthNamed: false,
};
