import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallingAdmin } from '../http/adminGate.ts';
import { askedHash, earlierAnswer, keepAnswer } from '../office/answerRows.ts';
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
  const earlier = await earlierAnswer(database.rows, asked, now());
  if (earlier === 'other')
    throw new OfficeRefusal(422, 'This Idempotency-Key was used for another request', []);
  if (earlier)
    return reply
      .code(earlier.status)
      .type('application/json; charset=utf-8')
      .serializer((body: unknown) => String(body))
      .send(earlier.answer);
  const answer = await work();
  const given = { status: reply.statusCode, answer: JSON.stringify(answer) };
  await database.write((rows) => keepAnswer(rows, asked, given, now()));
  return answer;
}
