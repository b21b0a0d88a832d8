/** What command-line tools share: asking a running central as its administrator. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ApiError, type CentralRoute, centralApi } from '../../shared/sync/centralApi.ts';

/** Asks with QUAYSIDE_ADMIN_TOKEN, or what is in QUAYSIDE_ADMIN_TOKEN_FILE; throws with central's own words where it refuses. */
export async function askAsAdmin<S extends z.ZodType>(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  schema: S,
  body?: object,
): Promise<z.output<S>> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: {
      authorization: `Bearer ${adminToken()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(ApiError.parse(said).message);
  return schema.parse(said);
}

/** Page after page of a list, until the last. */
export async function* askPages<S extends z.ZodType<{ readonly cursor: string | null }>>(
  url: string,
  path: string,
  schema: S,
): AsyncGenerator<z.output<S>> {
  let cursor: string | null = null;
  do {
    const behind: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: z.output<S> = await askAsAdmin(url, 'GET', `${path}${behind}`, schema);
    yield page;
    ({ cursor } = page);
  } while (cursor !== null);
}

export function adminToken(): string {
  const { QUAYSIDE_ADMIN_TOKEN: token, QUAYSIDE_ADMIN_TOKEN_FILE: file } = process.env;
  return (token ?? (file === undefined ? '' : readFileSync(file, 'utf8'))).trim();
}

type AdminPost = {
  [N in CentralRoute]: (typeof centralApi)[N] extends { method: 'POST'; auth: 'admin' } ? N : never;
}[CentralRoute];

/** Asks one of the contract's routes; says which part of what was given is not understood. */
export async function askRoute<N extends AdminPost>(
  url: string,
  name: N,
  params: Readonly<Record<string, string>>,
  body: object | undefined,
): Promise<z.output<(typeof centralApi)[N]['response']>> {
  const route: { readonly path: string; readonly body?: z.ZodType; readonly response: z.ZodType } =
    centralApi[name];
  const read = route.body?.safeParse(body);
  if (read?.success === false)
    throw new Error(`Not understood or missing: ${read.error.issues[0]?.path.join('.')}`);
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  const answer = await askAsAdmin(url, 'POST', path, route.response, body);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by this route's schema
  return answer as z.output<(typeof centralApi)[N]['response']>;
}

/** Runs a tool; what it could not do is one line on standard error and a failing exit. */
export function runTool(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
