/** The tus protocol, version 1.0, as far as one photo at a time needs it. */
export type SmallUploads = {
  /** Hashes in the order their uploads began. */
  readonly begun: string[];
  /** How many were under way at once, at most. */
  readonly atOnce: () => number;
  readonly received: ReadonlyMap<string, number>;
  readonly refused: Set<string>;
  /** Answers of the next requests that bring bytes, instead of taking them. */
  readonly troubles: number[];
  /** What is larger is answered with 413. */
  largestPiece: number;
  /** Forgets an upload, as after a long time. */
  readonly forget: () => void;
  readonly answer: (path: string, init: RequestInit) => Promise<Response | null>;
};

type Upload = { readonly sha256: string; readonly length: number; offset: number };

export function smallUploads(states: Map<string, 'missing' | 'stored' | 'verified'>): SmallUploads {
  const begun: string[] = [];
  const received = new Map<string, number>();
  const refused = new Set<string>();
  const uploads = new Map<string, Upload>();
  let most = 0;

  async function answer(path: string, init: RequestInit): Promise<Response | null> {
    const headers = new Headers(init.headers);
    if (init.method === 'POST' && path === '/central/photos') return create(headers);
    const upload = uploads.get(path);
    if (!upload) return path.startsWith('/central/photos/') ? tus(404) : null;
    if (init.method === 'HEAD')
      return tus(200, {
        'upload-offset': String(upload.offset),
        'upload-length': String(upload.length),
      });
    const bytes = init.body instanceof ArrayBuffer ? init.body.byteLength : 0;
    const trouble = bytes > small.largestPiece ? 413 : small.troubles.shift();
    if (trouble !== undefined) return tus(trouble);
    upload.offset += bytes;
    received.set(upload.sha256, (received.get(upload.sha256) ?? 0) + bytes);
    if (upload.offset === upload.length) states.set(upload.sha256, 'verified');
    return tus(204, { 'upload-offset': String(upload.offset) });
  }

  function create(headers: Headers): Response {
    const [, encoded = ''] = /sha256 (\S+?)(,|$)/.exec(headers.get('upload-metadata') ?? '') ?? [];
    const sha256 = atob(encoded);
    if (refused.has(sha256)) return tus(415);
    begun.push(sha256);
    const path = `/central/photos/upload-${begun.length}`;
    uploads.set(path, { sha256, length: Number(headers.get('upload-length')), offset: 0 });
    most = Math.max(most, [...uploads.values()].filter((u) => u.offset < u.length).length);
    return tus(201, { location: path });
  }

  const small: SmallUploads = {
    begun,
    received,
    refused,
    troubles: [],
    largestPiece: Number.POSITIVE_INFINITY,
    answer,
    atOnce: () => most,
    forget: () => uploads.clear(),
  };
  return small;
}

function tus(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'tus-resumable': '1.0.0', ...headers } });
}
