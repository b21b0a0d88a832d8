import type { ReactNode } from 'react';
import { Speaking } from '../Speaking.tsx';
import type { Start } from '../startApplication.ts';
import { CannotStart } from './CannotStart.tsx';

/** The page before anybody can work: null while the station is being opened. */
export function notReadyPage(
  start: Exclude<Start, { kind: 'ready' }> | null,
  isScanMissed = false,
): ReactNode {
  return (
    <Speaking zone={null} density="desk">
      <CannotStart start={start} isScanMissed={isScanMissed} />
    </Speaking>
  );
}
