import type { Change } from '../../shared/sync/change.ts';

export type DocumentOf<C> = C extends { collection: infer K; body: infer B }
  ? K extends 'facts'
    ? never
    : { readonly collection: K; readonly body: NonNullable<B> }
  : never;

/** What the office owns, and the refunds and grants central owns. */
export type Document = DocumentOf<Change>;

export type DocumentCollection = Document['collection'];

export type BodyOf<C extends DocumentCollection> = Extract<Document, { collection: C }>['body'];

export type DocumentToPut = Document & {
  /**
   * The sites that may see a client, contract, order line, precedent or grant. Left out: those with a
   * case that draws on it (`documentScopeRows.ts`), or the grant's own.
   */
  readonly siteIds?: readonly string[];
};
