import { readMeta, writeMeta } from '../database/metaRows.ts';
import type { Rows } from '../database/rows.ts';
import { audit } from '../database/schema.ts';
import { fingerprintOf, isSameSecret, newAdminToken } from './secrets.ts';

/** What stands where the fingerprint was: nobody's. */
const retired = 'retired';

/**
 * The one token of the first start, with which administrators are named: made then, or given each time.
 * Retired, none is made or taken any more, unless whoever runs central says so at a start.
 * `made`: only at the start that made it.
 */
export async function prepareBootstrap(
  rows: Rows,
  { given, again }: { readonly given: string | null; readonly again: boolean },
  now: Date,
): Promise<{ readonly made: string | null; readonly isRetired: boolean }> {
  const fresh = given ?? newAdminToken();
  const kept = await readMeta(rows, 'adminToken', () => fingerprintOf(fresh));
  const isRetired = kept === retired && !again;
  if (isRetired) return { made: null, isRetired };
  if (kept === retired) await record(rows, now, 'operator', 'take bootstrap token again', {});
  if (given !== null || kept === retired) await writeMeta(rows, 'adminToken', fingerprintOf(fresh));
  const isMade = given === null && (kept === retired || kept === fingerprintOf(fresh));
  return { made: isMade ? fresh : null, isRetired };
}

/** Read each time: another central beside this one may have retired it. */
export async function isBootstrapToken(rows: Rows, token: string): Promise<boolean> {
  const kept = await readMeta(rows, 'adminToken', () => retired);
  return kept !== retired && isSameSecret(token, kept);
}

export async function isBootstrapRetired(rows: Rows): Promise<boolean> {
  return (await readMeta(rows, 'adminToken', () => retired)) === retired;
}

/** From now on only named administrators come in. */
export async function retireBootstrap(
  rows: Rows,
  { by, reason }: { readonly by: string; readonly reason: string },
  now: Date,
): Promise<void> {
  await writeMeta(rows, 'adminToken', retired);
  await record(rows, now, `admin: ${by}`, 'retire bootstrap token', { reason });
}

/** Nobody's name stands on it, so each use is on file. */
export async function noteBootstrapUse(
  rows: Rows,
  use: { readonly route: string; readonly address: string },
  now: Date,
): Promise<void> {
  await record(rows, now, 'bootstrap token', 'use bootstrap token', use);
}

async function record(
  rows: Rows,
  at: Date,
  actor: string,
  verb: string,
  detail: object,
): Promise<void> {
  await rows.insert(audit).values({ at, actor, verb, object: 'bootstrap', detail });
}
