import { createContext, useContext } from 'react';
import type { StationState } from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import type { Application } from '../startApplication.ts';
import type { Link } from '../useSync.ts';

export type ShellDeps = {
  readonly application: Application;
  readonly state: StationState;
  readonly site: Site | null;
  readonly link: Link;
  readonly onLeave: () => void;
  /** Whoever works here has left, once what they did is saved. */
  readonly isLeaving: boolean;
};

const ShellDepsContext = createContext<ShellDeps | null>(null);
export const ShellDepsProvider = ShellDepsContext.Provider;

/** What the routes hand to the screens. */
export function useShellDeps(): ShellDeps {
  const deps = useContext(ShellDepsContext);
  if (!deps) throw new Error('Routes live below <Shell>.');
  return deps;
}
