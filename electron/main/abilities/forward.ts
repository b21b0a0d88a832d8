import { ApiError } from '../../../shared/sync/centralApi.ts';
import { bodyWithin } from './bodyWithin.ts';
import { type Fetch, reasonOf } from './callCentral.ts';
import { forwardedPath, headersFromCentral, headersFromPage } from './forwardRules.ts';
import { parsedJson } from './jsonFile.ts';

type Needs = {
  readonly fetch: Fetch;
  /** Null while the station is not enrolled. */
  readonly central: () => { readonly address: string; readonly token: string } | null;
  /** Central said that this station is revoked. */
  readonly revoked: () => Promise<void>;
};

const mostBytes = 16 * 1024 * 1024;
const mostAnswerBytes = 64 * 1024 * 1024;
const withinMs = 30_000;
/** A slow link still moves a photo: each byte sent allows a little more time. */
const msPerByte = 1 / 20;

/**
 * The page's way to central: its own origin below `/central/`. The station's token is added here
 * and never shown to the page.
 */
export async function forward(request: Request, needs: Needs): Promise<Response> {
  const url = new URL(request.url);
  const path = forwardedPath(request.method, url.pathname);
  if (path === null) return answer(404, 'notFound', 'not forwarded');
  const central = needs.central();
  if (central === null) return answer(401, 'unauthorised', 'not enrolled');

  const announced = Number(request.headers.get('content-length') ?? 0);
  const body = announced > mostBytes ? null : await bodyWithin(request.body, mostBytes);
  if (body === null) return answer(413, 'tooLarge', 'request too large');

  const timer = new AbortController();
  const abort = () => timer.abort();
  request.signal.addEventListener('abort', abort, { once: true });
  let timeout = setTimeout(abort, withinMs + body.byteLength * msPerByte);
  const rest = () => {
    clearTimeout(timeout);
    request.signal.removeEventListener('abort', abort);
  };
  try {
    const response = await needs.fetch(`${central.address}${path}${url.search}`, {
      method: request.method,
      headers: {
        ...headersFromPage(request.headers),
        authorization: `Bearer ${central.token}`,
      },
      body: body.byteLength === 0 ? null : body,
      redirect: 'error',
      credentials: 'omit',
      signal: timer.signal,
    });
    if (response.status === 401) {
      rest();
      return await unauthorised(response, central.address, needs);
    }
    const headers = headersFromCentral(response.headers, central.address);
    const empty = request.method === 'HEAD' || [204, 205, 304].includes(response.status);
    if (empty || response.body === null) {
      rest();
      await response.body?.cancel();
      return new Response(null, { status: response.status, headers });
    }
    const again = () => {
      clearTimeout(timeout);
      timeout = setTimeout(abort, withinMs);
    };
    again();
    return new Response(watched(response.body, again, rest), { status: response.status, headers });
  } catch (failure) {
    rest();
    return answer(502, 'unavailable', reasonOf(failure));
  }
}

/** Passes pieces on as they come; ends the answer when it stalls or never ends. */
function watched(
  body: ReadableStream<Uint8Array>,
  moved: () => void,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          ended();
          controller.close();
          return;
        }
        bytes += value.byteLength;
        if (bytes > mostAnswerBytes) throw new Error('answer too large');
        moved();
        controller.enqueue(value);
      } catch (failure) {
        ended();
        await reader.cancel().catch(() => null);
        controller.error(failure);
      }
    },
    async cancel(reason) {
      ended();
      await reader.cancel(reason);
    },
  });
}

async function unauthorised(response: Response, base: string, needs: Needs): Promise<Response> {
  const content = await bodyWithin(response.body, 64 * 1024);
  const text = content === null ? '' : Buffer.from(content).toString('utf8');
  if (parsedJson(text, ApiError)?.code === 'revoked') await needs.revoked();
  return new Response(text, { status: 401, headers: headersFromCentral(response.headers, base) });
}

function answer(status: number, code: ApiError['code'], message: string): Response {
  const body: ApiError = { code, message };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
  });
}
