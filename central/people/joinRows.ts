import { and, eq, isNotNull } from 'drizzle-orm';
import type { Person } from '../../shared/facts/documents.ts';
import { StationId } from '../../shared/ids.ts';
import { accept, assertNever, type Result, refuse } from '../../shared/result.ts';
import { type JoinRequest, joiningText, type KnownKey } from '../../shared/sync/joiningApi.ts';
import { retiredPersonKeys, signingKeys } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { audit, stations } from '../database/schema.ts';
import { documentForSite } from '../documents/documentRows.ts';
import { goodKeysOf } from './goodKeyRows.ts';
import { isSigned } from './isSigned.ts';
import { replaceKeys } from './keyPeriodRows.ts';
import { forgiveTries } from './pinTryRows.ts';
import { type SlipRefusal, spendSlip } from './slipRows.ts';

export type JoinRefusal = SlipRefusal | 'nobody' | 'notVouched' | 'tooManyKeys';

/**
 * Of a person at one station, with those that may still have signed what is on its way: each is tried for
 * whatever is sent in their name. Behind them a slip alone vouches.
 */
const mostKeysHere = 10;

/**
 * A key that was born at this station becomes its person's, once somebody vouches for it: an
 * administrator by a slip, or another key of theirs. The one they had there is replaced. Asked again
 * after an answer that got lost, it says the same.
 */
export async function joinAtStation(
  rows: Rows,
  asked: JoinRequest & { readonly personId: string },
  station: { readonly stationId: string; readonly siteId: string },
  now: Date,
): Promise<Result<null, JoinRefusal>> {
  const { personId, publicKey, signature, vouching } = asked;
  const { stationId } = station;
  const person = await documentForSite(rows, 'people', personId, station.siteId);
  if (!person?.active) return refuse('nobody');
  const text = joiningText({ personId, stationId, publicKey });
  if (!isSigned(text, { publicKey, signature, coded: 'base64' })) return refuse('notVouched');
  const [known] = await rows.select().from(signingKeys).where(eq(signingKeys.publicKey, publicKey));
  if (known)
    return known.personId === personId && known.stationId === stationId
      ? accept(null)
      : refuse('notVouched');
  const [gone] = await rows
    .select()
    .from(retiredPersonKeys)
    .where(eq(retiredPersonKeys.publicKey, publicKey));
  if (gone) return refuse('notVouched');
  const vouched = await vouchedBy(rows, vouching, { person, stationId, text, now });
  if (!vouched.ok) return vouched;
  await replaceKeys(rows, person, stationId, now);
  const born = { publicKey, personId, stationId, since: now, vouchedBy: vouched.value };
  await rows.insert(signingKeys).values(born);
  if (vouching.kind === 'slip') await forgiveTries(rows, { personId, stationId });
  await rows.insert(audit).values({
    at: now,
    actor: stationId,
    verb: 'join',
    object: personId,
    detail: { publicKey, vouchedBy: vouched.value },
  });
  return accept(null);
}

type Kept = (typeof signingKeys.$inferInsert)['vouchedBy'];

async function vouchedBy(
  rows: Rows,
  vouching: JoinRequest['vouching'],
  joining: {
    readonly person: Person;
    readonly stationId: string;
    readonly text: string;
    readonly now: Date;
  },
): Promise<Result<Kept, JoinRefusal>> {
  const { person, stationId, text, now } = joining;
  if (vouching.kind === 'slip') {
    const spent = await spendSlip(rows, vouching.slip, person.id, now);
    return spent.ok ? accept({ kind: 'slip', by: spent.value.by }) : spent;
  }
  const { publicKey, signature } = vouching;
  const theirs = (await goodKeysOf(rows, [person.id], now)).get(person.id) ?? [];
  const isHere = (one: { readonly stationId: string | null }) => one.stationId === stationId;
  if (theirs.filter(isHere).length >= mostKeysHere) return refuse('tooManyKeys');
  const key = theirs.find((one) => one.publicKey === publicKey);
  if (!key || (await isOfRevoked(rows, key.stationId))) return refuse('notVouched');
  return isSigned(text, { publicKey, signature, coded: 'base64' })
    ? accept({ kind: 'key', publicKey, signature })
    : refuse('notVouched');
}

async function isOfRevoked(rows: Rows, stationId: string | null): Promise<boolean> {
  if (stationId === null) return false;
  const revoked = and(eq(stations.id, stationId), isNotNull(stations.revokedAt));
  return (await rows.select({ id: stations.id }).from(stations).where(revoked)).length > 0;
}

/** Every key a person has or had, with where it signs and who vouched for it. */
export async function keysOfPerson(rows: Rows, personId: string): Promise<readonly KnownKey[]> {
  const born = await rows.select().from(signingKeys).where(eq(signingKeys.personId, personId));
  const retired = await rows
    .select()
    .from(retiredPersonKeys)
    .where(eq(retiredPersonKeys.personId, personId));
  return [
    ...born.map((key) => ({
      publicKey: key.publicKey,
      stationId: key.stationId === null ? null : StationId.parse(key.stationId),
      since: key.since?.toISOString() ?? null,
      vouchedBy: sayVouched(key.vouchedBy),
      until: null,
      why: null,
    })),
    ...retired.map(({ publicKey, stationId, retiredAt, why }) => ({
      ...before,
      publicKey,
      stationId: stationId === null ? null : StationId.parse(stationId),
      until: retiredAt.toISOString(),
      why,
    })),
  ];
}

const before = { stationId: null, since: null, vouchedBy: '', until: null, why: null };

function sayVouched(vouched: Kept): string {
  switch (vouched.kind) {
    case 'slip':
      return `slip: ${vouched.by}`;
    case 'key':
      return `key: ${vouched.publicKey}`;
    case 'before':
    case 'teller':
      return vouched.kind;
    default:
      return assertNever(vouched);
  }
}
