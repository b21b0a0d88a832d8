import { z } from 'zod';
import { accept, type Result, refuse } from '../../../shared/result.ts';

/** Why central did not do as it was asked. */
export type Trouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly field: string | null;
      readonly errors: readonly FieldError[];
    };

export type FieldError = { readonly field: string; readonly code: string; readonly says: string };

const Refusal = z.object({
  code: z.string().optional(),
  field: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), says: z.string() })).optional(),
});

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Instead of a body: a file as it is. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One question to central; what it answers is parsed, and every other end is a `Trouble`. */
export async function ask<S extends z.ZodType>(
  { method = 'GET', path, body, file, headers }: Asked,
  schema: S,
): Promise<Result<z.output<S>, Trouble>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
        ...(file && { 'content-type': 'application/octet-stream' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(file && { body: file }),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) return refuse(troubleOf(answer, said));
    const read = schema.safeParse(said);
    return read.success ? accept(read.data) : refuse({ kind: 'failed' });
  } catch {
    return refuse({ kind: 'offline' });
  }
}

function troubleOf(answer: Response, said: unknown): Trouble {
  const read = Refusal.safeParse(said);
  const refusal = read.success ? read.data : {};
  if (answer.status === 401) return { kind: 'signedOut' };
  if (answer.status === 412) return { kind: 'changedMeanwhile' };
  if (answer.status === 429)
    return { kind: 'wait', seconds: Number(answer.headers.get('retry-after') ?? 60) };
  if (answer.status >= 500) return { kind: 'failed' };
  if (answer.status === 403 && refusal.field === undefined) return { kind: 'notAllowed' };
  if (answer.status === 404 && refusal.code === undefined) return { kind: 'gone' };
  return {
    kind: 'refused',
    code: refusal.code ?? '',
    field: refusal.field ?? null,
    errors: refusal.errors ?? [],
  };
}
