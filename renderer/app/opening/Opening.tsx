import type { ReactNode } from 'react';
import { Speaking } from '../Speaking.tsx';
import type { Start } from '../startApplication.ts';
import { App } from './App.tsx';
import { CannotStart } from './CannotStart.tsx';

/** The page at any moment of the start: null while the station is being opened. */
export function openingPage(start: Start | null, isScanMissed = false): ReactNode {
  if (start?.kind === 'ready') return <App application={start.application} />;
  return (
    <Speaking zone={null} density="desk">
      <CannotStart start={start} isScanMissed={isScanMissed} />
    </Speaking>
  );
}
