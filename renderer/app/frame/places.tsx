import { createContext, useContext } from 'react';
import type { StationState } from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import type { Application } from '../startApplication.ts';
import type { Link } from '../useSync.ts';

export type Parts = {
  readonly application: Application;
  readonly state: StationState;
  readonly site: Site | null;
  readonly link: Link;
  readonly onLeave: () => void;
};

const PartsContext = createContext<Parts | null>(null);
export const ShellParts = PartsContext.Provider;

/** What the routes hand to the screens. */
export function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('Routes live below <Shell>.');
  return parts;
}
