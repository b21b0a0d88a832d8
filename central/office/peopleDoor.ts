import type { Person } from '../../shared/facts/documents.ts';
import { ownSource } from '../../shared/office/externalId.ts';
import type {
  OfficeCommand,
  OfficeError,
  OfficeRecord,
} from '../../shared/office/officeCommand.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Rows } from '../database/rows.ts';
import { documentOf } from '../documents/documentRows.ts';
import { personLeaves, type RetiredWhy } from '../people/keyPeriodRows.ts';
import { holderOfBadge, type PersonChange, type StaffRefusal } from '../people/staffRows.ts';
import { namesOfSites } from './adoptRows.ts';
import { applyWithin } from './applyOffice.ts';
import { bodyOfPerson } from './bodyOfDocument.ts';
import { lockOffice, recordsOf } from './recordRows.ts';

type Said = { readonly by: string; readonly reason: string };

/** A joiner, by whichever door. Until they joined at a station, nothing is signed in their name. */
export async function addPerson(
  rows: Rows,
  { person, ...said }: Said & { readonly person: Person },
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  await lockOffice(rows);
  const isThere = (await documentOf(rows, 'people', person.id)) !== null;
  if (isThere || (await recordOf(rows, person.id))) return refuse({ code: 'idTaken' });
  return await keep(rows, person, said, now);
}

/** A mover, or somebody who comes back. */
export async function changePerson(
  rows: Rows,
  { id, change, ...said }: Said & { readonly id: string; readonly change: PersonChange },
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  await lockOffice(rows);
  const before = await documentOf(rows, 'people', id);
  if (!before) return refuse({ code: 'nobody' });
  if (!before.active && change.active !== true) return refuse({ code: 'left' });
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return await keep(rows, { ...before, ...Object.fromEntries(given) }, said, now);
}

/** A leaver; `compromised` also where they left before. False: nobody of this id. */
export async function dismissPerson(
  rows: Rows,
  asked: Said & { readonly id: string; readonly why: Exclude<RetiredWhy, 'replaced'> },
  now: Date,
): Promise<boolean> {
  const { id, why, ...said } = asked;
  await lockOffice(rows);
  const record = await recordOf(rows, id);
  const command = { ...commandOf(id, record, said), action: 'withdraw' as const };
  const [answer] = record ? await applyWithin(rows, [command], now) : [];
  const isDone = why === 'left' && answer?.outcome === 'withdrawn';
  return isDone || (await personLeaves(rows, asked, now));
}

async function keep(
  rows: Rows,
  person: Person,
  said: Said,
  now: Date,
): Promise<Result<Person, StaffRefusal>> {
  const base = commandOf(person.id, await recordOf(rows, person.id), said);
  const sites = await namesOfSites(rows, person.siteIds);
  const body = bodyOfPerson(person, sites, base.externalId.source);
  const [answer] = await applyWithin(rows, [{ ...base, action: 'put', body }], now);
  if (answer?.outcome === 'refused') return refuse(await whyNot(rows, person, answer.errors));
  const kept = await documentOf(rows, 'people', person.id);
  return kept ? accept(kept) : refuse({ code: 'nobody' });
}

async function recordOf(rows: Rows, ownId: string): Promise<OfficeRecord | null> {
  return (await recordsOf(rows, [{ kind: 'people', ownId }]))[0] ?? null;
}

function commandOf(
  id: string,
  record: OfficeRecord | null,
  { by, reason }: Said,
): Omit<OfficeCommand, 'action' | 'body'> {
  const externalId = record?.externalId ?? { source: ownSource, id };
  return { kind: 'people', externalId, actor: by, reason, expectedVersion: null };
}

/** In the words of the people's door, which speaks of badges and of our ids. */
async function whyNot(
  rows: Rows,
  person: Person,
  errors: readonly OfficeError[],
): Promise<StaffRefusal> {
  const [error] = errors;
  const { field = '', code, says = '' } = error ?? {};
  if (code === 'taken') {
    const by = await holderOfBadge(rows, person);
    if (by !== null) return { code: 'badgeTaken', by };
  }
  const site = /^sites\.(\d+)$/.exec(field)?.[1];
  if (code === 'notHereYet' && site !== undefined)
    return { code: 'unknownSite', siteId: person.siteIds[Number(site)] ?? '' };
  return { code: 'unreadable', field: field.replace(/^sites/, 'siteIds'), says };
}
