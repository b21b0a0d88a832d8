/** What a room needs of the logger. Never hand it tokens, PINs, keys or bodies. */
export type Log = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
};

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string;
  readonly cause?: LoggedError;
};

/**
 * An error as it is logged: what failed and where, and nothing of what was to be stored. A failed query
 * names its parameters, and PostgreSQL quotes the row it refused.
 */
export function withoutData(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const isQuery = 'query' in error && 'params' in error;
  const isOfDatabase = isQuery || 'severity' in error;
  const said = isOfDatabase ? (error.message.split('\n', 1)[0] ?? '') : error.message;
  const message = isQuery ? 'Failed query' : said.slice(0, 500);
  return {
    type: error.constructor.name,
    message,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.cause instanceof Error ? { cause: withoutData(error.cause) } : {}),
  };
}
