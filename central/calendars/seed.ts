export type Seed = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** A subdivision as the data names it ("BY", "ca"), with its part where it has one ("BY-KATH"). */
  readonly region: string | null;
};
