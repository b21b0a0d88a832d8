import { ApiError } from '../../../shared/sync/centralApi.ts';
import { parsedJson } from '../machine/jsonFile.ts';
import { bodyWithin } from './bodyWithin.ts';
import { boundedPicture } from './boundedPicture.ts';
import { type Fetch, reasonOf } from './callCentral.ts';
import { forwardedPath, headersFromCentral, headersFromPage, isPicture } from './forwardRules.ts';

type Deps = {
  readonly fetch: Fetch;
  /** Null while the station is not enrolled. */
  readonly central: () => { readonly address: string; readonly token: string } | null;
  /** Central refused this token: whether there is another one to try with. */
  readonly renewToken: (refused: string) => Promise<boolean>;
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
export async function forward(request: Request, deps: Deps): Promise<Response> {
  const answered = await passOn(request, deps);
  if (request.method === 'HEAD' || !isPicture(request)) return answered;
  return (await boundedPicture(answered)) ?? answer(502, 'unavailable', 'not a picture to show');
}

async function passOn(request: Request, deps: Deps): Promise<Response> {
  const url = new URL(request.url);
  const path = forwardedPath(request.method, url.pathname);
  if (path === null) return answer(404, 'notFound', 'not forwarded');
  const central = deps.central();
  if (central === null) return answer(401, 'unauthorised', 'not enrolled');

  const announced = Number(request.headers.get('content-length') ?? 0);
  const body = announced > mostBytes ? null : await bodyWithin(request.body, mostBytes);
  if (body === null) return answer(413, 'tooLarge', 'request too large');

  const first = await send({ request, path: `${path}${url.search}`, body, central, deps });
  if (first.status !== 401) return first;
  const text = await first.text().catch(() => '');
  const code = parsedJson(text, ApiError)?.code;
  if (code === 'revoked') await deps.revoked();
  // An answer to HEAD has no body to say it in.
  const isStale = code === 'unauthorised' || request.method === 'HEAD';
  const again = isStale && (await deps.renewToken(central.token)) ? deps.central() : null;
  if (again !== null)
    return await send({ request, path: `${path}${url.search}`, body, central: again, deps });
  return new Response(text, { status: 401, headers: first.headers });
}

type Sending = {
  readonly request: Request;
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly central: { readonly address: string; readonly token: string };
  readonly deps: Deps;
};

async function send({ request, path, body, central, deps }: Sending): Promise<Response> {
  const timer = new AbortController();
  const abort = () => timer.abort();
  request.signal.addEventListener('abort', abort, { once: true });
  let timeout = setTimeout(abort, withinMs + body.byteLength * msPerByte);
  const rest = () => {
    clearTimeout(timeout);
    request.signal.removeEventListener('abort', abort);
  };
  try {
    const response = await deps.fetch(`${central.address}${path}`, {
      method: request.method,
      headers: {
        ...headersFromPage(request.headers),
        authorization: `Bearer ${central.token}`,
      },
      body: body.byteLength === 0 ? null : body,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: timer.signal,
    });
    const headers = headersFromCentral(response.headers, central.address);
    const { status } = response;
    const empty = request.method === 'HEAD' || [204, 205, 304].includes(status);
    if (empty || response.body === null) {
      rest();
      await response.body?.cancel();
      return new Response(null, { status, headers });
    }
    const moved = () => {
      clearTimeout(timeout);
      timeout = setTimeout(abort, withinMs);
    };
    moved();
    return new Response(watched(response.body, moved, rest), { status, headers });
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

function answer(status: number, code: ApiError['code'], message: string): Response {
  const body: ApiError = { code, message };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
  });
}
