/** Another station receives 500 parcels; somebody goes on scanning while they arrive here. */
import type { Figures } from '../figures.ts';
import { receiveElsewhere } from '../otherStation.ts';
import type { Parcel } from '../seed/manifest.ts';
import type { Ground, OpenedStation } from '../station.ts';
import { scanning } from './scanning.ts';

export async function pulling(
  { central, manifest }: Ground,
  station: OpenedStation,
  { theirs, ours }: { readonly theirs: readonly Parcel[]; readonly ours: readonly Parcel[] },
): Promise<Figures> {
  const [figures] = await Promise.all([
    scanning(station, ours),
    receiveElsewhere(central.url, manifest, theirs),
  ]);
  return Object.fromEntries(
    Object.entries(figures).map(([name, values]) => [
      `${name}, while ${theirs.length} changes come`,
      values,
    ]),
  );
}
