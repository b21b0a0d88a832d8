import type { z } from 'zod';
import { ApiError } from '../../../shared/sync/centralApi.ts';
import { readTolerantly } from '../../../shared/sync/tolerant.ts';
import { bodyWithin } from './bodyWithin.ts';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export type CentralAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T; readonly date: string | null }
  | {
      readonly kind: 'refused';
      readonly code: ApiError['code'];
      readonly retryAfterSeconds: number;
    }
  | { readonly kind: 'unreachable'; readonly detail: string };

type Call<S extends z.ZodType> = {
  readonly fetch: Fetch;
  readonly address: string;
  readonly method: string;
  readonly token: string | null;
  readonly body?: unknown;
  readonly response: S;
};

const mostBytes = 16 * 1024 * 1024;
const withinMs = 30_000;

/** What the main process itself asks central. Every answer is capped and parsed. */
export async function callCentral<S extends z.ZodType>(
  call: Call<S>,
): Promise<CentralAnswer<z.output<S>>> {
  try {
    const response = await call.fetch(call.address, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.token === null ? {} : { authorization: `Bearer ${call.token}` }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(withinMs),
    });
    const content = await bodyWithin(response.body, mostBytes);
    if (content === null) return { kind: 'unreachable', detail: 'answer too large' };
    return understood(response, content, call.response);
  } catch (failure) {
    return { kind: 'unreachable', detail: reasonOf(failure) };
  }
}

function understood<S extends z.ZodType>(
  response: Response,
  content: Uint8Array,
  schema: S,
): CentralAnswer<z.output<S>> {
  const value: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
  if (response.ok) {
    const read = readTolerantly(schema, value);
    return read.ok
      ? { kind: 'answered', value: read.value, date: response.headers.get('date') }
      : { kind: 'unreachable', detail: 'answer not understood' };
  }
  const refused = ApiError.safeParse(value);
  if (!refused.success) return { kind: 'unreachable', detail: `status ${response.status}` };
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return {
    kind: 'refused',
    code: refused.data.code,
    retryAfterSeconds: Number.isFinite(seconds) ? Math.max(0, seconds) : 0,
  };
}

/** Short and without addresses: it may be shown. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'unknown';
  const cause: unknown = failure.cause;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  if (failure.name === 'TimeoutError') return 'timeout';
  // Central never redirects: a network that wants a sign-in does.
  if (/redirect/i.test(failure.message)) return 'answer not understood';
  if (failure instanceof SyntaxError) return 'answer not understood';
  return /net::(ERR_\w+)/.exec(failure.message)?.[1] ?? failure.name;
}
