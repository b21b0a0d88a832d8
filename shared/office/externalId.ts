import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { OfficeKind } from './kinds.ts';

/** Whose number it is: "erp", "wms-north". `quayside` is ours. */
export const Source = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, at most 40');
export type Source = z.infer<typeof Source>;

/** What a system of the company calls a thing: any text it likes, blanks and umlauts too. */
const TheirId = z
  .string()
  .min(1)
  .max(1000)
  .refine((id) => id.trim() === id, 'no blanks before or after it')
  // oxlint-disable-next-line no-control-regex -- these are what no database and no file keeps
  .refine((id) => !/[\u0000-\u001f\u007f]/.test(id), 'no control characters')
  .refine((id) => !/\p{Surrogate}/u.test(id), 'no half characters')
  .transform((id) => id.normalize('NFC'));

export const ExternalId = z.strictObject({ source: Source, id: TheirId });
export type ExternalId = z.infer<typeof ExternalId>;

/** Another record: by its id alone where it comes from the same source, else by both. */
export const Reference = z.union([TheirId, ExternalId]);
export type Reference = z.infer<typeof Reference>;

export function externalIdOf(reference: Reference, source: Source): ExternalId {
  return typeof reference === 'string' ? { source, id: reference } : reference;
}

/** The source whose ids are our own: what was there before there were external ids, and the demo. */
export const ownSource: Source = 'quayside';

/**
 * Our id of what a system calls `id`: always the same one, so that whatever is sent again after a
 * restored back-up finds what stations already speak of. Letters and digits, at most 40.
 */
export function ownIdOf(kind: OfficeKind, { source, id }: ExternalId): string {
  if (source === ownSource && /^[A-Za-z0-9._:-]{1,64}$/.test(id)) return id;
  const name = `${kind}\n${source}\n${id}`;
  const known = ownIds.get(name);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(utf8ToBytes(name)));
  const ownId = `${kind}-${hash.slice(0, 24)}`;
  if (ownIds.size >= mostOwnIds) ownIds.clear();
  ownIds.set(name, ownId);
  return ownId;
}

/** The same client and article stand in thousands of order lines, each of which is asked for several times. */
const ownIds = new Map<string, string>();
const mostOwnIds = 5000;

/** As it stands in an address: `source:id`, the id encoded. */
export function writeExternalId({ source, id }: ExternalId): string {
  return `${source}:${encodeURIComponent(id)}`;
}

/** The same, decoded already as a server does; null where it says no source. */
export function readExternalId(written: string): ExternalId | null {
  const at = written.indexOf(':');
  const read = ExternalId.safeParse({ source: written.slice(0, at), id: written.slice(at + 1) });
  return at < 1 || !read.success ? null : read.data;
}
