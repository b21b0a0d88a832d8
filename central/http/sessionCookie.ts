import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: no other host and no plain connection sets it (RFC 6265bis). */
const names = { secure: '__Host-quayside', plain: 'quayside' } as const;

/** What the browser shows of a session; null: nothing. */
export function sessionShown(request: FastifyRequest): string | null {
  const name = isProtected(request) ? names.secure : names.plain;
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value = ''] = pair.trim().split('=');
    if (key === name && /^qp_[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

/** Null ends it in the browser. */
export function putSession(request: FastifyRequest, reply: FastifyReply, session: string | null) {
  const isSecure = isProtected(request);
  const parts = [
    `${isSecure ? names.secure : names.plain}=${session ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure ? ['Secure'] : []),
    ...(session === null ? ['Max-Age=0'] : []),
  ];
  void reply.header('set-cookie', parts.join('; ')).header('cache-control', 'no-store');
}

/** Nobody signs in over a line others read: TLS, or this machine itself. */
export function mayCarrySessions(request: FastifyRequest): boolean {
  return isProtected(request) || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.host);
}

/**
 * A cookie comes along whoever asks: what is written is asked for by this page itself, and nothing is read
 * for another one.
 */
export function isFromOwnPage(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}

function isProtected(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}
