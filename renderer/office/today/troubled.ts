import type { StationToday, Today } from '../../../shared/sync/adminTodayApi.ts';

const dayMs = 24 * 60 * 60_000;
/** As the station itself flags its clock. */
const skewMs = 2 * 60_000;

export function clockIsOff(skew: number): boolean {
  return Math.abs(skew) > skewMs;
}

/** Heard within a day, nothing unsent or missing, its clock true, and of central's version. What it did not say is not quiet. */
export function isQuiet(
  station: StationToday,
  { time, version }: Pick<Today, 'time' | 'version'>,
): boolean {
  const { lastContactAt, unsent, waitsFrom, skewMs: skew } = station;
  return (
    lastContactAt !== null &&
    Date.parse(time) - Date.parse(lastContactAt) <= dayMs &&
    unsent === 0 &&
    waitsFrom === null &&
    skew !== null &&
    !clockIsOff(skew) &&
    station.version === version
  );
}
