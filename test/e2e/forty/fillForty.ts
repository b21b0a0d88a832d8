/** Puts the forty into a central in which the demo company lives, through the doors everybody uses. */
import path from 'node:path';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { demoPeople } from '../../../central/demo/company/demoPeople.ts';
import { withOwnPhotos } from '../../../central/demo/company/ownPhotos.ts';
import { openPhotoStore } from '../../../central/photos/openPhotoStore.ts';
import { seedTools } from '../../../central/seedTools.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { StationId } from '../../../shared/ids.ts';
import { newPeople, standIns } from './people.ts';
import type { ToldReturn } from './tellReturns.ts';

const station = StationId.parse('ewr-bench-2');

/** `folder`: central's own, in which its photos lie. */
export async function fillForty(
  database: CentralDatabase,
  folder: string,
  told: readonly ToldReturn[],
): Promise<void> {
  const photos = await openPhotoStore({ kind: 'folder', folder: path.join(folder, 'photos') });
  const tools = seedTools(database, photos);
  for (const { person, pin } of Object.values(newPeople)) await tools.registerPerson(person, pin);
  await tools.registerStation({ stationId: station, siteId: 'ewr', name: 'Inspection bench 2' });
  await tools.putDocuments(
    told.flatMap(({ orderLines, returnCase }) => [
      ...orderLines.map((body) => ({ collection: 'orderLines' as const, body })),
      ...(returnCase ? [{ collection: 'cases' as const, body: returnCase }] : []),
    ]),
  );
  const facts = told
    .flatMap((one) => one.facts)
    .map((fact): Fact => ({ ...fact, stationId: station, personId: inWhosePlace(fact) }))
    .toSorted((a, b) => (a.at.utc < b.at.utc ? -1 : 1));
  const results = await tools.applyFacts(
    await withOwnPhotos(facts, (bytes) => tools.keepPhoto(bytes, null)),
  );
  const refused = results.findIndex(({ kind }) => kind !== 'applied');
  if (refused >= 0)
    throw new Error(`${JSON.stringify(results[refused])}: ${JSON.stringify(facts[refused])}`);
}

const standInsById = new Map<string, Fact['personId']>(
  Object.entries(standIns).map(([key, standIn]) => [
    demoPeople[key as keyof typeof standIns].person.id,
    newPeople[standIn].person.id,
  ]),
);

function inWhosePlace({ id, personId }: Fact): Fact['personId'] {
  const standIn = standInsById.get(personId);
  if (!standIn) throw new Error(`Nobody stands in for ${personId}, who recorded ${id}`);
  return standIn;
}
