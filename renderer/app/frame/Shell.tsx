import { createHashHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { StationState } from '../../../shared/desktop/desktopApi.ts';
import type { Site } from '../../../shared/facts/documents.ts';
import { KeysProvider } from '../../components/generic/keys/KeysProvider.tsx';
import type { Application } from '../startApplication.ts';
import type { Link } from '../useSync.ts';
import { ShellDepsProvider } from './places.tsx';
import { routeTree } from './routes.tsx';
import { Trouble } from './Trouble.tsx';

declare module '@tanstack/react-router' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- the router's own way to know its routes
  interface Register {
    readonly router: ReturnType<typeof newRouter>;
  }
}

/** Everything around the work of one signed-in person: bar, notices, and the place they are at. */
export function Shell(props: {
  readonly application: Application;
  readonly state: StationState;
  readonly site: Site | null;
  readonly link: Link;
  readonly onLeave: () => void;
  readonly isLeaving: boolean;
}): ReactNode {
  const router = useMemo(() => newRouter(), []);
  return (
    <ShellDepsProvider value={props}>
      <KeysProvider>
        <RouterProvider router={router} />
      </KeysProvider>
    </ShellDepsProvider>
  );
}

function newRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: Trouble,
  });
}
