import { vi } from 'vitest';

export type AskedOf = { readonly method: string; readonly path: string; readonly body: unknown };

/** Central's side of the page: what it was asked, answered by the path up to its query. */
export function answering(answers: (asked: AskedOf) => readonly [status: number, body: unknown]) {
  const asked: AskedOf[] = [];
  vi.stubGlobal('fetch', async (path: string, said: RequestInit = {}) => {
    const { method = 'GET', body } = said;
    const read: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    const one = { method, path, body: read };
    asked.push(one);
    const [status, answer] = answers(one);
    return new Response(JSON.stringify(answer), { status });
  });
  return asked;
}
