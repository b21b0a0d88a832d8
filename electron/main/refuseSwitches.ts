/**
 * Switches that open a release build to whoever starts it: remote control, a page without its
 * walls, unchecked certificates, foreign code, another way to central.
 */
const refused: readonly string[] = [
  'allow-running-insecure-content',
  'auth-server-whitelist',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-blink-features',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'log-net-log',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
  'use-file-for-fake-video-capture',
  'utility-cmd-prefix',
];

/** The first switch a release build does not start with, or null. Chromium takes `--`, `-`, on Windows `/`. */
export function refusedSwitch(argv: readonly string[], platform: string): string | null {
  const start = platform === 'win32' ? /^(?:--?|\/)([a-z0-9-]+)/i : /^--?([a-z0-9-]+)/i;
  for (const argument of argv) {
    const [, name = ''] = start.exec(argument) ?? [];
    if (refused.includes(name.toLowerCase())) return name.toLowerCase();
  }
  return null;
}
