import type { ReactNode } from 'react';
import type { Start } from '../startApplication.ts';
import { App } from './App.tsx';
import { notReadyPage } from './notReadyPage.tsx';

/** The page at any moment of the start: null while the station is being opened. */
export function openingPage(start: Start | null, isScanMissed = false): ReactNode {
  return start?.kind === 'ready' ? (
    <App application={start.application} />
  ) : (
    notReadyPage(start, isScanMissed)
  );
}
