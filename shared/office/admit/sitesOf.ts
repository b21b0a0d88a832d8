import { type BodyOf, bodies } from '../bodies/bodyOf.ts';
import type { Source } from '../externalId.ts';
import type { OfficeKind } from '../kinds.ts';
import {
  type OfficeCommand,
  type OfficeError,
  type OfficeRecord,
  officeError,
} from '../officeCommand.ts';
import { idNamed } from './idNamed.ts';

type Placing = {
  readonly [K in OfficeKind]?: (
    body: BodyOf<K>,
    source: Source,
    ownId: string,
  ) => readonly string[];
};

const placing: Placing = {
  sites: (_body, _source, ownId) => [ownId],
  calendars: ({ site }, source) => [idNamed('sites', site, source)],
  people: ({ sites }, source) => sites.map((site) => idNamed('sites', site, source)),
  returns: ({ site }, source) => [idNamed('sites', site, source)],
};

/** Our ids of the sites a record is about; null: it is the whole company's. */
export function sitesOf<K extends OfficeKind>(
  kind: K,
  body: BodyOf<K>,
  source: Source,
  ownId: string,
): readonly string[] | null {
  return placing[kind]?.(body, source, ownId) ?? null;
}

/** The same of a record as it is stored. */
export function sitesOfRecord(
  record: Pick<OfficeRecord, 'kind' | 'body' | 'externalId' | 'ownId'>,
): readonly string[] | null {
  const { kind, externalId, ownId } = record;
  if (!placing[kind]) return null;
  const read = bodies[kind].safeParse(record.body);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the schema of this kind
  const body = read.data as BodyOf<typeof kind>;
  return read.success ? sitesOf(kind, body, externalId.source, ownId) : [];
}

/** Who speaks for some sites alone says nothing of others, nor of what is the whole company's. */
export function whyElsewhere(
  command: OfficeCommand,
  before: OfficeRecord | null,
  ownId: string,
): OfficeError | null {
  const { sites = null, kind, externalId } = command;
  if (sites === null) return null;
  const areOurs = (named: readonly string[] | null) =>
    named?.every((site) => sites.includes(site)) ?? false;
  const standing = before && sitesOfRecord(before);
  // Of a record nobody can read any more nobody knows whose it is. What is said so falls by itself.
  const wasOurs = before === null || (standing?.length !== 0 && areOurs(standing));
  const said = command.action === 'put' ? command.body : before?.body;
  return wasOurs && areOurs(sitesOfRecord({ kind, externalId, ownId, body: said }))
    ? null
    : officeError('', 'otherSite', 'This key is for records of its own sites alone');
}
