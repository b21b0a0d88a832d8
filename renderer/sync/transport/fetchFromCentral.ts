import type { Fetch } from './centralClient.ts';

/** The page's one way out: the main process answers what the page asks of its own origin. */
export const fetchFromCentral: Fetch = (path, init) => window.fetch(path, init);
