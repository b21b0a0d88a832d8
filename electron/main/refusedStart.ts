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
const unheeded: readonly RegExp[] = [
  /^SSLKEYLOGFILE$/i,
  /^(?:https?|all|ftp|auto)_proxy$/i,
  /^NODE_(?:OPTIONS|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)$/i,
  /^ELECTRON_(?!IS_DEV$)/i,
  /^CHROME_(?:WRAPPER|DEVEL_SANDBOX)$/i,
];

/**
 * The first switch a release build does not start with, or null. Chromium takes `--`, `-`, on Windows
 * `/`, and gives root no sandbox at all: only root starts it without.
 */
export function refusedStart({
  argv,
  platform,
  isRoot,
}: {
  readonly argv: readonly string[];
  readonly platform: string;
  readonly isRoot: boolean;
}): string | null {
  const start =
    platform === 'win32' ? /^(?:--?|\/)([a-z0-9][a-z0-9-]*)/i : /^--?([a-z0-9][a-z0-9-]*)/i;
  for (const argument of argv) {
    const name = start.exec(argument)?.[1]?.toLowerCase();
    if (name === undefined || allowed.includes(name) || isOfTheDock(name, platform)) continue;
    if (name !== 'no-sandbox' || !isRoot) return `--${name}`;
  }
  return null;
}

/**
 * Takes the variables a release build does not heed out of its environment, before Chromium reads
 * them. A computer may set one for all its programs, so none of them keeps Quayside from starting.
 * Returns which there were.
 */
export function takeAwayVariables(env: Record<string, string | undefined>): readonly string[] {
  const found = Object.keys(env).filter((name) => unheeded.some((it) => it.test(name)));
  for (const name of found) delete env[name];
  return found;
}

/** macOS numbers the process it opens from the dock. */
function isOfTheDock(name: string, platform: string): boolean {
  return platform === 'darwin' && /^psn-?/.test(name);
}
