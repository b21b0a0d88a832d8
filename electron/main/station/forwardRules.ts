import { centralApi, photoUploadPath, shownPhotoPath } from '../../../shared/sync/centralApi.ts';

/** What the page may ask of central: the contract's routes, without those for the main process only. */
const ownToMain: readonly string[] = ['enrol', 'rotateToken', 'people'];

type Rule = { readonly methods: readonly string[]; readonly segments: readonly string[] };

const contract: readonly Rule[] = Object.entries(centralApi)
  .filter(([name, route]) => route.auth !== 'admin' && !ownToMain.includes(name))
  .map(([, { method, path }]) => ({
    methods: method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : [method, 'OPTIONS'],
    segments: path.split('/').slice(1),
  }));

const photos = photoUploadPath.split('/').slice(1);
const rules: readonly Rule[] = [
  ...contract,
  { methods: ['POST', 'OPTIONS'], segments: photos },
  { methods: ['HEAD', 'PATCH', 'OPTIONS'], segments: [...photos, ':upload'] },
  { methods: ['GET', 'HEAD'], segments: [...photos, 'shown', ':sha256'] },
];

/** Whether what comes back is for the page to decode. */
export function isPicture({ method, url }: Request): boolean {
  const path = forwardedPath(method, new URL(url).pathname);
  return path?.startsWith(shownPhotoPath('')) ?? false;
}

/**
 * The path as it is to be sent, or null when the page may not ask for it. Each segment is decoded
 * once and then may hold nothing that means something in a path.
 */
export function forwardedPath(method: string, pathname: string): string | null {
  const segments: string[] = [];
  for (const raw of pathname.split('/').slice(1)) {
    const segment = decoded(raw);
    if (segment === null || !/^[\w.~:-]+$/.test(segment) || /^\.+$/.test(segment)) return null;
    segments.push(segment);
  }
  const allowed = rules.some(
    (rule) =>
      rule.methods.includes(method) &&
      rule.segments.length === segments.length &&
      rule.segments.every((it, i) => it.startsWith(':') || it === segments[i]),
  );
  return allowed ? `/${segments.join('/')}` : null;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Header fields that pass; all others (cookies, authorization, origin, …) stay behind. */
const fromPage: readonly string[] = [
  'accept',
  'content-type',
  'if-none-match',
  'range',
  'tus-resumable',
  'upload-checksum',
  'upload-concat',
  'upload-defer-length',
  'upload-length',
  'upload-metadata',
  'upload-offset',
];

const fromCentral: readonly string[] = [
  'accept-ranges',
  'cache-control',
  'content-range',
  'content-type',
  'date',
  'etag',
  'retry-after',
  'tus-checksum-algorithm',
  'tus-extension',
  'tus-max-size',
  'tus-resumable',
  'tus-version',
  'upload-defer-length',
  'upload-expires',
  'upload-length',
  'upload-metadata',
  'upload-offset',
];

export function headersFromPage(headers: Headers): Record<string, string> {
  return only(headers, fromPage);
}

export function headersFromCentral(headers: Headers, base: string): Record<string, string> {
  const location = relativeLocation(headers.get('location'), base);
  return {
    ...only(headers, fromCentral),
    ...(location === null ? {} : { location }),
    'x-content-type-options': 'nosniff',
  };
}

function only(headers: Headers, names: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

/** The page knows central only as a path of its own origin; an address elsewhere is dropped. */
function relativeLocation(location: string | null, base: string): string | null {
  if (location === null) return null;
  try {
    const central = new URL(base);
    const url = new URL(location, `${base}/`);
    const prefix = central.pathname.replace(/\/+$/, '');
    if (url.origin !== central.origin) return null;
    const path = url.pathname.startsWith(`${prefix}/central/`)
      ? url.pathname.slice(prefix.length)
      : url.pathname;
    return path.startsWith('/central/') ? path : null;
  } catch {
    return null;
  }
}
