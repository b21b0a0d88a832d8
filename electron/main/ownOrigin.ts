import { type Protocol, protocol } from 'electron';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import { pageFile } from './pageFiles.ts';
import { pageHeaders } from './pageHeaders.ts';
import type { PrintJob } from './printing/openPrinting.ts';

const own = new URL(appOrigin);
const scheme = own.protocol.slice(0, -1);

/** Before the application is ready: our scheme is an origin like https, with fetch and streams. */
export function registerOwnScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    // The page's two megabytes of script are not compiled anew at each start.
    codeCache: true,
  };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

type Serving = {
  /** The built page. */
  readonly folder: string;
  readonly developmentServer: string | null;
  readonly forward: (request: Request) => Promise<Response>;
};

/** Serves the page, and forwards `/central/…` for it. */
export function serveOwnOrigin({ folder, developmentServer, forward }: Serving): void {
  const headers = pageHeaders(developmentServer);
  const refused = (status: number) => new Response(null, { status, headers });

  protocol.handle(scheme, async (request) => {
    const { host, pathname, search } = new URL(request.url);
    if (host !== own.host) return refused(404);
    if (/^\/central(?:\/|$)/.test(pathname)) return await forward(request);
    if (request.method !== 'GET') return refused(405);
    return await fileOf({ folder, developmentServer }, pathname, search);
  });
}

type Printing = Pick<Serving, 'folder' | 'developmentServer'> & {
  readonly job: () => PrintJob | null;
  /** The page has drawn everything, or says why not. */
  readonly drawn: (said: Result<null, string>) => void;
};

/** To the hidden window: the page that draws, and below `/job/` what to draw. Nothing of central. */
export function servePrinting(served: Protocol, printing: Printing): void {
  const headers = pageHeaders(printing.developmentServer);
  const refused = (status: number) => new Response(null, { status, headers });

  served.handle(scheme, async (request) => {
    const { host, pathname, search, searchParams } = new URL(request.url);
    if (host !== own.host || request.method !== 'GET') return refused(404);
    const job = printing.job();
    const [, what, number] =
      /^\/job\/(document|picture|drawn|failed)(?:\/(\d{1,3}))?$/.exec(pathname) ?? [];
    if (what === undefined) return await fileOf(printing, pathname, search);
    if (job === null) return refused(404);
    if (what === 'drawn' || what === 'failed') {
      const detail = searchParams.get('detail') ?? 'unknown';
      printing.drawn(what === 'drawn' ? accept(null) : refuse(detail.slice(0, 300)));
      return refused(204);
    }
    if (what === 'document')
      return new Response(JSON.stringify(job.document), {
        headers: { ...headers, 'content-type': 'application/json' },
      });
    const picture = job.pictures[Number(number)];
    if (!picture) return refused(404);
    return new Response(new Uint8Array(picture.bytes), {
      headers: { ...headers, 'content-type': picture.mediaType },
    });
  });
}

/** A file of a built page, or in development what the server makes of its sources. */
async function fileOf(
  { folder, developmentServer }: Pick<Serving, 'folder' | 'developmentServer'>,
  pathname: string,
  search: string,
): Promise<Response> {
  const headers = pageHeaders(developmentServer);
  if (developmentServer !== null) {
    const served = await fetch(new URL(pathname + search, developmentServer));
    const mediaType = served.headers.get('content-type') ?? 'application/octet-stream';
    const { status } = served;
    return new Response(served.body, {
      status,
      headers: { ...headers, 'content-type': mediaType },
    });
  }
  const file = await pageFile(folder, pathname);
  if (file === null) return new Response(null, { status: 404, headers });
  const content = new Uint8Array(file.content);
  return new Response(content, { headers: { ...headers, 'content-type': file.mediaType } });
}

/** Node's URL knows no origin for our scheme, so it is compared by its parts. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol: asked, host } = new URL(address);
    return asked === own.protocol && host === own.host;
  } catch {
    return false;
  }
}
