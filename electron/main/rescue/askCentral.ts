import { z } from 'zod';
import { appOrigin } from '../../../shared/desktop/desktopApi.ts';
import type { Result } from '../../../shared/result.ts';
import { parsedJson } from '../machine/jsonFile.ts';
import { bodyWithin } from '../station/bodyWithin.ts';

/** The way to central that the page goes too: the station's token is added there. */
export type Forward = (request: Request) => Promise<Response>;

/** Central did not answer as it should; it may another time. */
export class CentralSilent extends Error {
  /** As central asked for, or 0. */
  readonly retryAfterMs: number;
  constructor(why: string, retryAfterMs = 0) {
    super(why);
    this.retryAfterMs = retryAfterMs;
  }
}

const mostBytes = 4 * 1024 * 1024;

/** `read` lets through what a central of a later version says beyond what is known here. */
export async function askCentral<T>(
  { forward, signal }: { readonly forward: Forward; readonly signal: AbortSignal },
  path: string,
  body: unknown,
  read: (said: unknown) => Result<T, string>,
): Promise<T> {
  const response = await forward(
    new Request(`${appOrigin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    }),
  );
  const content = await bodyWithin(response.body, mostBytes);
  if (!response.ok) throw silenceOf(response);
  const said = content && parsedJson(Buffer.from(content).toString('utf8'), z.unknown());
  const answer = read(said);
  if (!answer.ok) throw new CentralSilent('answer not understood');
  return answer.value;
}

export function silenceOf(response: Pick<Response, 'status' | 'headers'>): CentralSilent {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return new CentralSilent(`status ${response.status}`, seconds > 0 ? seconds * 1000 : 0);
}
