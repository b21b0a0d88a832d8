import type { HttpRequest, HttpStack } from 'tus-js-client';

/** One request of tus, sent whatever way there is to central. */
export type Send = (
  url: string,
  init: RequestInit & { readonly headers: Headers },
) => Promise<Response>;

/** tus over one's own way to central. Bodies go as ArrayBuffer: some shells hand a Blob on as nothing at all. */
export function tusTransport(name: string, send: Send): HttpStack {
  return { getName: () => name, createRequest: (method, url) => request(send, method, url) };
}

function request(send: Send, method: string, url: string): HttpRequest {
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
      const piece = body instanceof Blob ? await body.arrayBuffer() : null;
      const { signal } = abort;
      const response = await send(url, { method, headers, body: piece, signal });
      const text = await response.text();
      if (piece) progress(piece.byteLength);
      return {
        getStatus: () => response.status,
        getHeader: (name) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      };
    },
    async abort() {
      abort.abort();
    },
    getUnderlyingObject: () => null,
  };
}
