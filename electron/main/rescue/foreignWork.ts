import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DiskSpace } from '../machine/diskSpace.ts';
import { makeFolder } from '../machine/durableFile.ts';
import {
  type About,
  dropUnfinished,
  type ForeignStation,
  folderOfStation,
  newForeignStation,
  openForeignStation,
  tidyForeign,
} from './foreignStation.ts';

/** What other stations could not send any more and a supervisor brought here. */
export type ForeignWork = {
  readonly stations: () => readonly ForeignStation[];
  /** The place for one station's work; a new one counts from `keep` on. */
  readonly placeFor: (about: About) => Promise<{
    readonly station: ForeignStation;
    readonly keep: () => Promise<void>;
  }>;
};

export async function openForeignWork(
  root: string,
  space: DiskSpace,
  now: number,
): Promise<ForeignWork> {
  await makeFolder(root);
  await dropUnfinished(root);
  const stations = new Map<string, ForeignStation>();
  for (const name of await readdir(root)) {
    const folder = path.join(root, name);
    const found = await openForeignStation(folder, space);
    if (found === null) continue;
    await tidyForeign(folder, now, found.about());
    const left = await openForeignStation(folder, space);
    if (left !== null) stations.set(left.about().station.id, left);
  }

  return {
    stations: () => [...stations.values()],
    async placeFor(about) {
      const { id } = about.station;
      const known = stations.get(id);
      const { importedAt, importedBy } = about;
      if (known !== undefined) {
        const keep = () => known.keepAbout({ importedAt, importedBy, doneAt: null });
        return { station: known, keep };
      }
      const station = await newForeignStation(folderOfStation(root, id), space, about);
      return {
        station,
        async keep() {
          await station.keepAbout({});
          stations.set(id, station);
        },
      };
    },
  };
}
