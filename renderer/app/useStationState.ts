import { useEffect, useState } from 'react';
import type { StationState } from '../../shared/desktop/desktopApi.ts';
import { diskFullAt } from '../session/session.ts';
import type { Application } from './startApplication.ts';

const everyMs = 30_000;

/** What the main process says of the station, asked anew now and then. */
export function useStationState(application: Application): StationState {
  const [state, setState] = useState(application.state);
  useEffect(() => {
    let isWanted = true;
    const ask = () =>
      void application.desktop.stationState({}).then((answer) => {
        if (!isWanted) return;
        setState(answer);
        diskFullAt(answer.freeBytes < answer.minimumFreeBytes ? answer.freeBytes : null);
      });
    ask();
    const asking = setInterval(ask, everyMs);
    return () => {
      isWanted = false;
      clearInterval(asking);
    };
  }, [application]);
  return state;
}
