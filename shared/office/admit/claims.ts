import { normalForm } from '../../barcodes/lookup/normalForm.ts';
import { sortOfCode } from '../../facts/catalogue.ts';
import type { BodyOf } from '../bodies/bodyOf.ts';
import type { Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import { idNamed } from './idNamed.ts';

type Claiming = {
  readonly [K in OfficeKind]: (body: BodyOf<K>, source: Source) => readonly string[];
};

const claiming: Claiming = {
  sites: () => [],
  calendars: ({ site }, source) => [`calendar of ${idNamed('sites', site, source)}`],
  policies: () => [],
  people: ({ badge }) => [`badge ${badge}`],
  clients: () => [],
  contracts: () => [],
  articles: ({ number }) => [`article ${number}`],
  // A defect may be said more exactly many times over; of the rest each has one name.
  catalogue: ({ of }) => (sortOfCode(of) === 'defect' ? [] : [`the name of ${of}`]),
  'order-lines': ({ client, orderNumber, lineNumber }, source) => [
    `order ${orderNumber}, line ${lineNumber} of ${idNamed('clients', client, source)}`,
  ],
  returns: ({ rma }) => (rma === null ? [] : [`RMA ${normalForm(rma)}`]),
};

/** Numbers that are one record's alone, as long as it is not withdrawn. */
export function claimsOf<K extends OfficeKind>(
  kind: K,
  body: BodyOf<K>,
  source: Source,
): readonly string[] {
  return claiming[kind](body, source);
}
