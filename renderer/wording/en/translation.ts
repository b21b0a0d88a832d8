/** A translation of one area: the same ids as the English one. A test refuses missing ids. */
export type Translation<English> = { readonly [Id in keyof English]?: string };
