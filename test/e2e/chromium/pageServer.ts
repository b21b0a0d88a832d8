import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pageFile } from '../../../electron/main/pageFiles.ts';
import { pageHeaders } from '../../../electron/main/pageHeaders.ts';

export type PageServer = {
  readonly origin: string;
  readonly close: () => Promise<void>;
};

/** An origin of its own on loopback that answers what the application's own origin answers. */
export async function servePage(serving: {
  /** The built page. */
  readonly folder: string;
  readonly forward: (request: Request) => Promise<Response>;
  /** Remembers the port: what a browser stored belongs to the origin. */
  readonly portFile?: string;
}): Promise<PageServer> {
  const { folder, forward, portFile } = serving;
  let host = '';

  async function answerTo(asked: IncomingMessage, gone: AbortSignal): Promise<Response> {
    const headers = pageHeaders(null);
    if (asked.headers.host !== host) return new Response(null, { status: 404, headers });
    const url = new URL(asked.url ?? '/', `http://${host}`);
    if (/^\/central(?:\/|$)/.test(url.pathname))
      return await forward(await requestOf(asked, url, gone));
    if (asked.method !== 'GET') return new Response(null, { status: 405, headers });
    const file = await pageFile(folder, url.pathname);
    if (file === null) return new Response(null, { status: 404, headers });
    return new Response(new Uint8Array(file.content), {
      headers: { ...headers, 'content-type': file.mediaType },
    });
  }

  const server = createServer((asked, answer) => {
    const gone = new AbortController();
    answer.once('close', () => gone.abort());
    answerTo(asked, gone.signal)
      .then((response) => send(response, answer))
      .catch(() => answer.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(rememberedPort(portFile), '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;
  if (portFile !== undefined) writeFileSync(portFile, String(port));
  return {
    origin: `http://${host}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function rememberedPort(file: string | undefined): number {
  return file !== undefined && existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

async function requestOf(asked: IncomingMessage, url: URL, signal: AbortSignal): Promise<Request> {
  const { method = 'GET' } = asked;
  const headers = Object.entries(asked.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(', ')]],
  );
  const isEmpty = ['GET', 'HEAD'].includes(method);
  const body = isEmpty ? null : new Uint8Array(await buffer(asked));
  return new Request(url, { method, headers, body, signal });
}

async function send(response: Response, answer: ServerResponse): Promise<void> {
  const content = new Uint8Array(await response.arrayBuffer());
  answer.writeHead(response.status, Object.fromEntries(response.headers)).end(content);
}
