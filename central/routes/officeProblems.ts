import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Problem } from '../../shared/office/officeApi.ts';
import type { OfficeError } from '../../shared/office/officeCommand.ts';
import { refusalOf } from '../http/answerErrors.ts';
import type { ApiRefusal } from '../http/apiError.ts';

type ProblemErrors = NonNullable<Problem['errors']>;

/** A request to the office that is refused as a whole. */
export class OfficeRefusal extends Error {
  readonly status: number;
  readonly errors: ProblemErrors;
  constructor(status: number, message: string, errors: ProblemErrors) {
    super(message);
    this.name = 'OfficeRefusal';
    this.status = status;
    this.errors = errors;
  }
}

/** Of a record: unreadable is 400, another version 412, what rests on it or is missing 409. */
export function refused(errors: readonly OfficeError[]): OfficeRefusal {
  const has = (code: OfficeError['code']) => errors.some((error) => error.code === code);
  if (has('otherSite')) return new OfficeRefusal(403, errors[0]?.says ?? 'Refused', [...errors]);
  const status = has('unreadable') ? 400 : has('changedMeanwhile') ? 412 : 409;
  return new OfficeRefusal(status, errors[0]?.says ?? 'Refused', [...errors]);
}

/** Everything that is refused here leaves as problem details (RFC 9457). */
export function answerProblems(office: FastifyInstance): void {
  office.setErrorHandler((error: FastifyError | Error, request, reply) => {
    if (error instanceof OfficeRefusal)
      return sendProblem(reply, error.status, error.message, error.errors);
    const refusal = refusalOf(error);
    if (refusal.status >= 500 && refusal.status !== 507)
      request.log.error({ err: error }, 'request failed');
    return sendApiRefusal(reply, refusal);
  });
}

function sendApiRefusal(reply: FastifyReply, refusal: ApiRefusal): FastifyReply {
  if (refusal.retryAfterSeconds !== null)
    void reply.header('retry-after', String(refusal.retryAfterSeconds));
  if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer');
  const { field, code, message } = refusal.body;
  const errors = field === undefined ? [] : [{ field, code, says: message }];
  return sendProblem(reply, refusal.status, message, errors);
}

function sendProblem(
  reply: FastifyReply,
  status: number,
  detail: string,
  errors: ProblemErrors,
): FastifyReply {
  const title = titles[status] ?? 'Refused';
  const problem: Problem = { type: 'about:blank', title, status, detail };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(errors.length === 0 ? problem : { ...problem, errors });
}

const titles: Readonly<Record<number, string>> = {
  400: 'Cannot be read',
  401: 'No token',
  403: 'Not allowed',
  404: 'Not here',
  409: 'Refused',
  412: 'Changed meanwhile',
  413: 'Too large',
  422: 'The key was used for something else',
  429: 'Too many requests',
  500: 'Central failed',
  503: 'Not now',
};
