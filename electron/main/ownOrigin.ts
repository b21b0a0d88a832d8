import { protocol } from 'electron';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import { pageFile } from './pageFiles.ts';
import { pageHeaders } from './pageHeaders.ts';

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
    if (file === null) return refused(404);
    const content = new Uint8Array(file.content);
    return new Response(content, { headers: { ...headers, 'content-type': file.mediaType } });
  });
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
