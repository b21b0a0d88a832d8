import type { BodyOf } from '../bodies/bodyOf.ts';
import { type ExternalId, externalIdOf, type Reference, type Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';

export type Named = {
  readonly field: string;
  readonly kind: OfficeKind;
  readonly externalId: ExternalId;
};

type Naming = {
  readonly [K in OfficeKind]: (
    body: BodyOf<K>,
  ) => readonly (readonly [
    field: string,
    kind: OfficeKind,
    reference: Reference | null | undefined,
  ])[];
};

const naming: Naming = {
  sites: () => [],
  calendars: ({ site }) => [['site', 'sites', site]],
  policies: () => [],
  people: ({ sites }) => sites.map((site, at) => [`sites.${at}`, 'sites', site]),
  clients: ({ mergedInto }) => [['mergedInto', 'clients', mergedInto]],
  contracts: ({ client }) => [['client', 'clients', client]],
  articles: () => [],
  catalogue: () => [],
  'order-lines': ({ client, article, shippedArticle }) => [
    ['client', 'clients', client],
    ['article', 'articles', article],
    ['shippedArticle', 'articles', shippedArticle],
  ],
  returns: ({ site, client, contract, lines }) => [
    ['site', 'sites', site],
    ['client', 'clients', client],
    ['contract', 'contracts', contract],
    ...lines.map(
      ({ orderLine }, at) => [`lines.${at}.orderLine`, 'order-lines', orderLine] as const,
    ),
  ],
};

/** The records a body names, in the order of its fields. */
export function referencesOf<K extends OfficeKind>(
  kind: K,
  body: BodyOf<K>,
  source: Source,
): readonly Named[] {
  return naming[kind](body).flatMap(([field, of, reference]) =>
    reference === null || reference === undefined
      ? []
      : [{ field, kind: of, externalId: externalIdOf(reference, source) }],
  );
}
