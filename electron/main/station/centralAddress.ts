import { accept, type Result, refuse } from '../../../shared/result.ts';

/**
 * Central's address as typed or configured, without a trailing slash. Only HTTPS, but for the own
 * machine, where nobody listens in; `plainHttp` is for tests and development.
 */
export function centralAddress(
  typed: string,
  plainHttp: boolean,
): Result<string, { code: 'badAddress' }> {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return refuse({ code: 'badAddress' });
  }
  const safe =
    url.protocol === 'https:' || (url.protocol === 'http:' && (plainHttp || isOwnMachine(url)));
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!safe || !bare) return refuse({ code: 'badAddress' });
  return accept(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}

function isOwnMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
