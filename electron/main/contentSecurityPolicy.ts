/**
 * The page runs only what was built into it and talks only to its own origin. `wasm-unsafe-eval`
 * lets the barcode decoder compile; it does not allow eval of script.
 */
export function contentSecurityPolicy(developmentServer: string | null): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'media-src': ["'self'", 'blob:', 'mediastream:'],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(developmentServer === null ? {} : hotReload(developmentServer)),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Vite puts its preamble and styles inline and speaks over a web socket. */
function hotReload(developmentServer: string): Record<string, readonly string[]> {
  const socket = `ws://${new URL(developmentServer).host}`;
  return {
    'script-src': ["'self'", "'wasm-unsafe-eval'", "'unsafe-inline'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'", socket],
  };
}
