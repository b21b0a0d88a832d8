/** Whoever writes to the office knowing its OpenAPI document and nothing else of this repository. */
import type { Paths } from './officePaths.ts';
import type { Problem } from './officeSchemas.ts';

type Method<P extends keyof Paths> = keyof Paths[P] & string;
type Operation<P extends keyof Paths, M extends Method<P>> = Paths[P][M] & {
  readonly query: object;
  readonly body: unknown;
  readonly answer: unknown;
};

type Asked<P extends keyof Paths, M extends Method<P>> = {
  readonly query?: Operation<P, M>['query'];
} & (P extends `${string}{ref}${string}`
  ? { readonly ref: { readonly source: string; readonly id: string } }
  : object) &
  (Operation<P, M>['body'] extends undefined ? object : { readonly body: Operation<P, M>['body'] });

export type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problem: Problem };

export function officeClient(url: string, token: string) {
  return async function ask<P extends keyof Paths, M extends Method<P>>(
    method: M,
    path: P,
    asked: Asked<P, M>,
  ): Promise<Answered<Operation<P, M>['answer']>> {
    const {
      ref,
      query,
      body,
    }: { ref?: { source: string; id: string }; query?: object; body?: unknown } = asked;
    const at = ref ? path.replace('{ref}', `${ref.source}:${encodeURIComponent(ref.id)}`) : path;
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([k, v]) => [k, String(v)]));
    const answer = await fetch(`${url}${at}?${search}`, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.ok) return { ok: true, answer: (await answer.json()) as Operation<P, M>['answer'] };
    return { ok: false, problem: (await answer.json()) as Problem };
  };
}
