import { useEffect, useState } from 'react';
import type { Desktop } from '../../../shared/desktop/desktopApi.ts';
import type { RescueStatus } from '../../../shared/desktop/rescueApi.ts';

/** What these screens ask of the operating system. */
export type RescueDesktop = Pick<
  Desktop,
  'exportUnsent' | 'chooseRescueFile' | 'importRescue' | 'stopRescue' | 'rescueStatus'
>;

const calmMs = 2000;
const busyMs = 300;

/** How far a file is, and how far what was brought here; undefined before the first answer. */
export function useRescueStatus(
  desktop: Pick<RescueDesktop, 'rescueStatus'>,
  isBusy = false,
): RescueStatus | undefined {
  const [status, setStatus] = useState<RescueStatus>();
  useEffect(() => {
    let isWanted = true;
    const ask = () =>
      void desktop.rescueStatus({}).then((answer) => {
        if (isWanted) setStatus(answer);
      });
    ask();
    const asking = setInterval(ask, isBusy ? busyMs : calmMs);
    return () => {
      isWanted = false;
      clearInterval(asking);
    };
  }, [desktop, isBusy]);
  return status;
}
