import type { Desktop } from '../../shared/desktop/desktopApi.ts';

declare global {
  // The preload puts it there; only this file looks.
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    readonly quayside?: Desktop;
  }
}

/** The operating system's abilities, as the preload offers them. Absent in a plain browser tab. */
export function desktop(): Desktop {
  const offered = window.quayside;
  if (!offered) throw new Error('This page runs outside the Quayside application.');
  return offered;
}
