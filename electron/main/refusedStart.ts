/**
 * Switches a release build starts with. Any other may open it to whoever starts it: remote control,
 * a page without its walls, no sandbox, secrets in plain text, foreign code, another way to central.
 */
const allowed: readonly string[] = [
  'demo',
  'disable-gpu',
  'force-device-scale-factor',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'updated',
  'user-data-dir',
];

/** Variables that do the same as such a switch: they write down keys, lead elsewhere, bring code along. */
const refusedVariables: readonly RegExp[] = [
  /^SSLKEYLOGFILE$/i,
  /^(?:https?|all|ftp|auto)_proxy$/i,
  /^NODE_(?:OPTIONS|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)$/i,
  /^ELECTRON_(?!IS_DEV$)/i,
  /^CHROME_(?:WRAPPER|DEVEL_SANDBOX)$/i,
];

/** The first switch or variable a release build does not start with, or null. Chromium takes `--`, `-`, on Windows `/`. */
export function refusedStart({
  argv,
  env,
  platform,
}: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}): string | null {
  const start =
    platform === 'win32' ? /^(?:--?|\/)([a-z0-9][a-z0-9-]*)/i : /^--?([a-z0-9][a-z0-9-]*)/i;
  for (const argument of argv) {
    const name = start.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && !allowed.includes(name) && !isOfTheDock(name, platform))
      return `--${name}`;
  }
  const isSet = (name: string) => (env[name] ?? '') !== '';
  return (
    Object.keys(env).find((name) => isSet(name) && refusedVariables.some((it) => it.test(name))) ??
    null
  );
}

/** macOS numbers the process it opens from the dock. */
function isOfTheDock(name: string, platform: string): boolean {
  return platform === 'darwin' && /^psn-?/.test(name);
}
