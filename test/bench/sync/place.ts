export type Addresses = Readonly<Record<string, string>>;

export type Place = { readonly at: Addresses; readonly close: () => Promise<void> };
