/** Hours of work at the dock, without the pauses between: does what it weighs grow? */
import { type Figures, quantile } from '../figures.ts';
import type { Parcel } from '../seed/manifest.ts';
import type { OpenedStation } from '../station.ts';
import { scanning } from './scanning.ts';

/** Longer than a scanner's own pauses: a key of before would be taken for a part of the scan. */
const hurried = { scanMs: 150, parcelMs: 150 };

export async function longWork(
  station: OpenedStation,
  parcels: readonly Parcel[],
): Promise<Figures> {
  const figures = await scanning(station, parcels, hurried);
  const received = figures['scan → band, expected'] ?? [];
  const tenth = Math.max(1, Math.floor(received.length / 10));
  if (received.length < parcels.length / 2)
    throw new Error(`${received.length} of ${parcels.length} parcels were received`);
  const p50 = (values: readonly number[]) => [quantile(values, 0.5)];
  return {
    'long work: scan → band, first tenth': p50(received.slice(0, tenth)),
    'long work: scan → band, last tenth': p50(received.slice(-tenth)),
  };
}
