import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import { AdminScope } from '../../shared/sync/adminApi.ts';
import { idleMinutes } from '../../shared/sync/signInApi.ts';
import { administrators } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';
import { signInSessions } from '../database/signInSchema.ts';
import type { Administrator } from './administratorRows.ts';
import { auditAdmin } from './auditRows.ts';
import { fingerprintOf } from './secrets.ts';

const idleMs = idleMinutes * 60_000;
/** Signed in anew each working day, whatever is asked meanwhile. */
const longestMs = 12 * 60 * 60_000;
const notedEveryMs = 60_000;

/** What the browser shows from now on; kept as its hash. */
export async function beginSession(
  rows: Rows,
  administratorId: string,
  now: Date,
): Promise<string> {
  const over = new Date(now.getTime() - longestMs);
  await rows.delete(signInSessions).where(lt(signInSessions.beganAt, over));
  const session = `qp_${randomBytes(32).toString('base64url')}`;
  await rows
    .insert(signInSessions)
    .values({ hash: fingerprintOf(session), administratorId, beganAt: now, seenAt: now });
  const done = { at: now, by: administratorId, object: administratorId, detail: {} };
  await auditAdmin(rows, { ...done, verb: 'sign in' });
  return session;
}

/** Who is signed in; null: nobody, too long idle, or not an administrator any more. */
export async function administratorOfSession(
  rows: Rows,
  session: string,
  now: Date,
): Promise<Administrator | null> {
  const hash = fingerprintOf(session);
  const [found] = await rows
    .select({ who: administrators, seenAt: signInSessions.seenAt })
    .from(signInSessions)
    .innerJoin(administrators, eq(administrators.id, signInSessions.administratorId))
    .where(
      and(
        eq(signInSessions.hash, hash),
        gt(signInSessions.seenAt, new Date(now.getTime() - idleMs)),
        gt(signInSessions.beganAt, new Date(now.getTime() - longestMs)),
      ),
    );
  if (!found || found.who.retiredAt !== null) return null;
  if (now.getTime() - found.seenAt.getTime() > notedEveryMs)
    await rows.update(signInSessions).set({ seenAt: now }).where(eq(signInSessions.hash, hash));
  const { id, name, scopes } = found.who;
  return { id, name, scopes: AdminScope.array().parse(scopes) };
}

export async function endSession(rows: Rows, session: string, now: Date): Promise<void> {
  const [ended] = await rows
    .delete(signInSessions)
    .where(eq(signInSessions.hash, fingerprintOf(session)))
    .returning({ by: signInSessions.administratorId });
  if (ended)
    await auditAdmin(rows, {
      at: now,
      by: ended.by,
      verb: 'sign out',
      object: ended.by,
      detail: {},
    });
}
