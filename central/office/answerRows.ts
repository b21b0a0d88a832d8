import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { officeAnswers } from '../database/officeSchema.ts';
import type { Rows } from '../database/rows.ts';

export type GivenAnswer = { readonly status: number; readonly answer: string };

/** How long an answer is kept under its Idempotency-Key. */
const keptMs = 30 * 24 * 60 * 60_000;

/** What tells one request from another under the same key: method, address and body. */
export function askedHash(method: string, address: string, body: string): string {
  return createHash('sha256').update(`${method} ${address}\n${body}`).digest('hex');
}

/** The answer this key was given before; `other`: to another question. */
export async function earlierAnswer(
  rows: Rows,
  asked: { readonly administratorId: string; readonly key: string; readonly hash: string },
  now: Date,
): Promise<GivenAnswer | 'other' | null> {
  const [found] = await rows
    .select()
    .from(officeAnswers)
    .where(
      and(
        eq(officeAnswers.administratorId, asked.administratorId),
        eq(officeAnswers.key, asked.key),
      ),
    );
  if (!found || now.getTime() - found.at.getTime() > keptMs) return null;
  return found.asked === asked.hash ? { status: found.status, answer: found.answer } : 'other';
}

export async function keepAnswer(
  rows: Rows,
  asked: { readonly administratorId: string; readonly key: string; readonly hash: string },
  given: GivenAnswer,
  now: Date,
): Promise<void> {
  const { administratorId, key, hash } = asked;
  await rows.delete(officeAnswers).where(lt(officeAnswers.at, new Date(now.getTime() - keptMs)));
  await rows
    .insert(officeAnswers)
    .values({ administratorId, key, asked: hash, ...given, at: now })
    .onConflictDoNothing();
}
