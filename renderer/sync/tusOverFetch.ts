import type { FileReader, HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { Fetch } from './centralClient.ts';

/** tus wants whole addresses; this one stands for the page's own origin and goes no further than here. */
const stand = 'https://central.invalid';

export function addressOf(path: string): string {
  return `${stand}${path}`;
}

export function pathOf(address: string): string {
  return address.startsWith(stand) ? address.slice(stand.length) : address;
}

/**
 * tus requests through the one way to central. Bodies go as ArrayBuffer: some shells hand a Blob
 * body on as nothing at all.
 */
export function tusOverFetch(send: Fetch): HttpStack {
  return {
    getName: () => 'QuaysideFetch',
    createRequest: (method, url) => request(send, method, url),
  };
}

function request(send: Fetch, method: string, url: string): HttpRequest {
  const headers = new Headers();
  const abort = new AbortController();
  let progress: (bytes: number) => void = () => {};
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => headers.set(name, value),
    getHeader: (name) => headers.get(name) ?? undefined,
    setProgressHandler: (handler) => {
      progress = handler;
    },
    async send(body: unknown) {
      const bytes = body instanceof Blob ? await body.arrayBuffer() : null;
      const response = await send(pathOf(url), {
        method,
        headers,
        body: bytes,
        signal: abort.signal,
      });
      const text = await response.text();
      if (bytes) progress(bytes.byteLength);
      return answer(response, text);
    },
    async abort() {
      abort.abort();
    },
    getUnderlyingObject: () => null,
  };
}

function answer(response: Response, text: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (name) => response.headers.get(name) ?? undefined,
    getBody: () => text,
    getUnderlyingObject: () => response,
  };
}

/** Reads a Blob in slices, the same in every runtime. */
export const blobReader: FileReader = {
  async openFile(input: unknown) {
    if (!(input instanceof Blob)) throw new TypeError('photos are kept as blobs');
    return {
      size: input.size,
      slice: async (start: number, end: number) => ({
        value: input.slice(start, end),
        done: end >= input.size,
      }),
      close() {},
    };
  },
};
