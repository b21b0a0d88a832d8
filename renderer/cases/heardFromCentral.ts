import { plausibleTime } from '../../shared/deadlines/plausibleTime.ts';
import type { RecordedTime } from '../../shared/facts/time.ts';
import type { StationValues } from '../storage/rows.ts';

type Heard = Pick<RecordedTime, 'offsetMs' | 'knownAfter'>;

/** What the last contact says about the station's own clock: goes into every fact recorded since. */
export function heardFromCentral({ lastContact, offsetMs }: Partial<StationValues>): Heard {
  if (offsetMs === undefined) return { offsetMs: null };
  return lastContact === undefined
    ? { offsetMs }
    : { offsetMs, knownAfter: new Date(Date.parse(lastContact) + offsetMs).toISOString() };
}

/** By how much the station's clock is to be corrected now, milliseconds; 0 while it may be right. */
export function clockCorrection(now: number, values: Partial<StationValues>): number {
  const utc = new Date(now).toISOString();
  const { instant } = plausibleTime({ utc, ...heardFromCentral(values) }, null);
  return Date.parse(instant) - now;
}
