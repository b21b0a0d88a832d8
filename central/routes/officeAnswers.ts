import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CallingAdmin } from '../http/adminGate.ts';
import { askedHash, earlierAnswer, type GivenAnswer, keepAnswer } from '../office/answerRows.ts';
import type { Central } from './central.ts';
import { OfficeRefusal } from './officeProblems.ts';

/**
 * Under an Idempotency-Key the first answer is given again for thirty days; the same key for something
 * else is refused. Without one the record itself tells: what is sent again is `unchanged`.
 */
export async function answerOnce(
  { database, now }: Pick<Central, 'database' | 'now'>,
  who: CallingAdmin,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return work();
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new OfficeRefusal(400, 'An Idempotency-Key has 1 to 200 visible characters', []);
  const administratorId = who.kind === 'named' ? who.id : 'bootstrap';
  const hash = askedHash(request.method, request.url, JSON.stringify(request.body ?? null));
  const asked = { administratorId, key, hash };
  return await behindItself(`${administratorId} ${key}`, async () => {
    const earlier = await earlierAnswer(database.rows, asked, now());
    if (earlier === 'other')
      throw new OfficeRefusal(422, 'This Idempotency-Key was used for another request', []);
    if (earlier) return again(reply, earlier);
    const answer = await work();
    const given = { status: reply.statusCode, answer: JSON.stringify(answer) };
    await database.write((rows) => keepAnswer(rows, asked, given, now()));
    return answer;
  });
}

/** As it was given, with the version it named. */
function again(reply: FastifyReply, { status, answer }: GivenAnswer): FastifyReply {
  const { version } = Versioned.catch({}).parse(JSON.parse(answer));
  if (version !== undefined) void reply.header('etag', `"${version}"`);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(answer);
}

const Versioned = z.object({ version: z.int().optional() });

const underWay = new Map<string, Promise<unknown>>();

/** Sent twice at once, the second is answered as the first was, not worked on beside it. */
async function behindItself<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(key) ?? Promise.resolve();
  const own = before.then(work, work);
  underWay.set(key, own);
  try {
    return await own;
  } finally {
    if (underWay.get(key) === own) underWay.delete(key);
  }
}
