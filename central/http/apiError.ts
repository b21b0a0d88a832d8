import type { ApiError } from '../../shared/sync/centralApi.ts';

type ApiErrorCode = ApiError['code'];

const statusOf: Readonly<Record<ApiErrorCode, number>> = {
  badRequest: 400,
  unauthorised: 401,
  revoked: 401,
  forbidden: 403,
  notFound: 404,
  codeUnknown: 404,
  codeUsed: 409,
  codeExpired: 410,
  tooLarge: 413,
  stationTooOld: 426,
  tooMany: 429,
  epochChanged: 409,
  internal: 500,
  unavailable: 503,
};

/** A whole request refused: thrown in a route, answered by the one error handler. */
export class ApiRefusal extends Error {
  readonly body: ApiError;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ApiErrorCode,
    message: string,
    field?: string,
    more: {
      readonly status?: number;
      readonly retryAfterSeconds?: number;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.name = 'ApiRefusal';
    this.body = field === undefined ? { code, message } : { code, message, field };
    this.status = more.status ?? statusOf[code];
    this.headers = more.headers ?? {};
    this.retryAfterSeconds = more.retryAfterSeconds ?? (code === 'unavailable' ? 5 : null);
  }
}
