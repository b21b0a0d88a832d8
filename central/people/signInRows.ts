import { and, eq, lt, sql } from 'drizzle-orm';
import { readBase32, stepOfCode } from '../../shared/node/totp.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { SetUpSignIn, SignIn } from '../../shared/sync/signInApi.ts';
import { administrators } from '../database/keySchema.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import { signInSecrets, signInSessions } from '../database/signInSchema.ts';
import { auditAdmin } from './auditRows.ts';
import { beginSession } from './sessionRows.ts';
import { type LinkRefusal, useLink } from './signInLinkRows.ts';
import { nobodysSecret, openSecret, sealSecret } from './signInSecret.ts';

/** Which of the three is wrong is not said. */
export type SignInRefusal =
  | { readonly code: 'wrong' }
  | { readonly code: 'waits'; readonly seconds: number };

const triesBeforeWaiting = 5;
const [firstWaitMs, longestWaitMs] = [60_000, 15 * 60_000];

/** A session for whoever knows the passphrase and holds the second factor. */
export async function signIn(
  database: CentralDatabase,
  given: SignIn,
  now: Date,
): Promise<Result<{ readonly session: string }, SignInRefusal>> {
  const [found] = await database.rows
    .select({ kept: signInSecrets, retiredAt: administrators.retiredAt })
    .from(signInSecrets)
    .innerJoin(administrators, eq(administrators.id, signInSecrets.administratorId))
    .where(eq(signInSecrets.administratorId, given.id));
  const kept = found && found.retiredAt === null ? found.kept : null;
  const seconds = kept === null ? 0 : secondsToWait(kept, now);
  if (seconds > 0) return refuse({ code: 'waits', seconds });
  const secret = await openSecret(given.passphrase, kept ?? nobodysSecret);
  const at = { ms: now.getTime(), lastStep: kept?.lastStep ?? 0 };
  const step = secret === null ? null : stepOfCode(secret, given.code, at);
  const session =
    step === null
      ? null
      : await database.write(async (rows) => {
          // Two who show the same code at once: the row lets one of them in.
          const counted = await rows
            .update(signInSecrets)
            .set({ lastStep: step, failures: 0 })
            .where(
              and(eq(signInSecrets.administratorId, given.id), lt(signInSecrets.lastStep, step)),
            )
            .returning({ id: signInSecrets.administratorId });
          return counted.length === 0 ? null : beginSession(rows, given.id, now);
        });
  if (session !== null) return accept({ session });
  if (kept !== null) await noteFailure(database, given.id, now);
  return refuse({ code: 'wrong' });
}

/** What somebody chose with their link counts from now on; sessions of before end. */
export async function setUpSignIn(
  database: CentralDatabase,
  given: SetUpSignIn,
  now: Date,
): Promise<Result<{ readonly session: string }, LinkRefusal | { readonly code: 'wrong' }>> {
  const secret = readBase32(given.secret);
  const at = { ms: now.getTime(), lastStep: 0 };
  const lastStep = secret === null ? null : stepOfCode(secret, given.code, at);
  if (secret === null || lastStep === null) return refuse({ code: 'wrong' });
  const sealed = await sealSecret(given.passphrase, secret);
  return database.write(async (rows) => {
    const whose = await useLink(rows, given, now);
    if (!whose.ok) return whose;
    const administratorId = whose.value;
    const chosen = { ...sealed, lastStep, failures: 0, failedAt: null, setAt: now };
    await rows
      .insert(signInSecrets)
      .values({ administratorId, ...chosen })
      .onConflictDoUpdate({ target: signInSecrets.administratorId, set: chosen });
    await rows.delete(signInSessions).where(eq(signInSessions.administratorId, administratorId));
    await auditAdmin(rows, {
      at: now,
      by: administratorId,
      verb: 'set up signing in',
      object: administratorId,
      detail: {},
    });
    return accept({ session: await beginSession(rows, administratorId, now) });
  });
}

async function noteFailure(database: CentralDatabase, id: string, now: Date): Promise<void> {
  await database.write(async (rows) => {
    const [noted] = await rows
      .update(signInSecrets)
      .set({ failures: sql`${signInSecrets.failures} + 1`, failedAt: now })
      .where(eq(signInSecrets.administratorId, id))
      .returning({ failures: signInSecrets.failures });
    if (noted?.failures === triesBeforeWaiting)
      await auditAdmin(rows, {
        at: now,
        by: id,
        verb: 'fail to sign in',
        object: id,
        detail: { tries: triesBeforeWaiting },
      });
  });
}

/** After five in a row a minute, then twice as long each time, at most a quarter of an hour. */
function secondsToWait(
  kept: { readonly failures: number; readonly failedAt: Date | null },
  now: Date,
): number {
  if (kept.failedAt === null || kept.failures < triesBeforeWaiting) return 0;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (kept.failures - triesBeforeWaiting));
  return Math.max(0, Math.ceil((kept.failedAt.getTime() + wait - now.getTime()) / 1000));
}
