import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
} from 'fastify-type-provider-zod';
import { sqlState } from '../database/ask.ts';
import { ApiRefusal } from './apiError.ts';

/** Every answer that is not a success leaves through here, in the contract's one shape. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500 && refusal.status !== 507)
      request.log.error({ err: error }, 'request failed');
    else request.log.info({ code: refusal.body.code }, refusal.body.message);
    return sendRefusal(reply, refusal);
  });
  app.setNotFoundHandler((request: FastifyRequest, reply) =>
    sendRefusal(reply, new ApiRefusal('notFound', `No ${request.method} here`)),
  );
}

export function sendRefusal(reply: FastifyReply, refusal: ApiRefusal): FastifyReply {
  if (refusal.retryAfterSeconds !== null)
    void reply.header('retry-after', String(refusal.retryAfterSeconds));
  for (const [name, value] of Object.entries(refusal.headers)) void reply.header(name, value);
  if (refusal.status === 401 && !reply.hasHeader('www-authenticate'))
    void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(refusal.body);
}

/** What an error is to whoever asked. */
export function refusalOf(error: FastifyError | Error): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    const field = issue?.instancePath.replaceAll('/', '.').slice(1) ?? '';
    return new ApiRefusal('badRequest', issue?.message ?? 'Does not match the contract', field);
  }
  if (isResponseSerializationError(error))
    return new ApiRefusal('internal', 'The answer did not match the contract');
  if (isDiskFull(error)) return new ApiRefusal('unavailable', 'The disk is nearly full');
  if (isOutage(error)) return new ApiRefusal('unavailable', 'The database does not answer');
  // What was asked about holds what no database keeps (a NUL, half a character, a number too large).
  if (sqlState(error)?.startsWith('22') === true)
    return new ApiRefusal('badRequest', 'Unreadable text');
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new ApiRefusal('tooLarge', 'The body is too large');
  if (status === 429) return new ApiRefusal('tooMany', 'Too many requests');
  if (status !== undefined && status >= 400 && status < 500)
    return new ApiRefusal('badRequest', error.message);
  return new ApiRefusal('internal', 'Central failed');
}

/** As PostgreSQL and the file system say it. */
export function isDiskFull(error: Error): boolean {
  if (sqlState(error) === '53100') return true;
  return 'code' in error && error.code === 'ENOSPC';
}

/** Connections lost or refused, shutting down, out of resources, deadlock: the same again later. */
export function isOutage(error: Error): boolean {
  if (/^(08|53|57|40)/.test(sqlState(error) ?? '')) return true;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(String(cause.code)))
      return true;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(cause.message))
      return true;
  }
  return false;
}
