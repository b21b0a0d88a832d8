import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

/** What goes with every file of the page, wherever it is served. */
export function pageHeaders(developmentServer: string | null): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(developmentServer),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=()',
  };
}
