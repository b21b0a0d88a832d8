/** Another station receives 500 parcels; somebody goes on scanning while they arrive here. */
import type { Figures } from '../figures.ts';
import { receiveElsewhere } from '../otherStation.ts';
import type { Parcel } from '../seed/manifest.ts';
import { expectedHead } from '../sights.ts';
import type { Ground, OpenedStation } from '../station.ts';
import { seen } from '../watch.ts';
import { scanning } from './scanning.ts';

export async function pulling(
  { central, manifest }: Ground,
  station: OpenedStation,
  { theirs, ours }: { readonly theirs: readonly Parcel[]; readonly ours: readonly Parcel[] },
): Promise<Figures> {
  const before = await stillExpected(station);
  const received = receiveElsewhere(central.url, manifest, theirs);
  const [figures] = await Promise.all([scanning(station, ours), received]);
  const came = before - (await stillExpected(station)) - ours.length;
  // What came before or behind the scans was no burden to them.
  if (came < theirs.length / 2)
    throw new Error(`${came} of ${theirs.length} changes came while somebody scanned`);
  const asked = Object.entries(figures).map(([name, values]): [string, readonly number[]] => [
    `${name}, while ${theirs.length} changes come`,
    values,
  ]);
  return { ...Object.fromEntries(asked), 'changes that came among the scans': [came] };
}

async function stillExpected({ page }: OpenedStation): Promise<number> {
  await seen(page, { expectedHead });
  const head = page.locator(expectedHead.selector).filter({ hasText: expectedHead.text ?? '' });
  return Number((await head.first().textContent())?.replaceAll(/\D/g, ''));
}
