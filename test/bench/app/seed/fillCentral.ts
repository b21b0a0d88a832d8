/** Puts a size into an empty central in this process, through the doors everybody uses. */
import path from 'node:path';
import { setDemoState } from '../../../../central/database/metaRows.ts';
import { openDatabase } from '../../../../central/database/openDatabase.ts';
import { demoCompany } from '../../../../central/demo/demoCompany.ts';
import { demoSeed, seedDemoCompany } from '../../../../central/demo/seedDemoCompany.ts';
import { openPhotoStore } from '../../../../central/photos/openPhotoStore.ts';
import { type SeedTools, seedTools } from '../../../../central/seedTools.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import type { LocalDate } from '../../../../shared/facts/time.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { bytesOf, type OwnPhoto, withOwnPhotos } from './ownPhotos.ts';
import type { Size } from './sizes.ts';
import { type Told, tellReturns } from './tellReturns.ts';

export async function fillCentral(folder: string, size: Size, today: LocalDate): Promise<Manifest> {
  const database = await openDatabase({ kind: 'folder', folder });
  const photos = await openPhotoStore({ kind: 'folder', folder: path.join(folder, 'photos') });
  const tools = seedTools(database, photos);
  const told = tellReturns(size, today);
  let signer = '';
  try {
    await seedDemoCompany(database, {
      today,
      ...tools,
      async registerPerson(person, pin) {
        const key = await tools.registerPerson(person, pin);
        if (person.id === otherStationsWorker)
          signer = key.export({ type: 'pkcs8', format: 'pem' }).toString();
        return key;
      },
    });
    await database.write((rows) => setDemoState(rows, 'livedIn'));
    await announce(tools, told);
    const recorded = withOwnPhotos(inTheirOrder(told.flatMap(({ facts }) => facts)), size.photos);
    await keepPhotos(tools, recorded.photos);
    await record(tools, recorded.facts);
  } finally {
    await database.close();
  }
  const { people } = demoCompany({ today, seed: demoSeed });
  return { ...manifestOf(told, people), otherStation: { personId: otherStationsWorker, signer } };
}

/** Whose work reaches the measured station from another one. */
const otherStationsWorker = 'person-okafor';

const atOnce = 5000;

async function announce(tools: SeedTools, told: readonly Told[]): Promise<void> {
  const documents = told.flatMap(({ orderLines, returnCase }) => [
    ...orderLines.map((body) => ({ collection: 'orderLines' as const, body })),
    ...(returnCase ? [{ collection: 'cases' as const, body: returnCase }] : []),
  ]);
  for (let from = 0; from < documents.length; from += atOnce) {
    await tools.putDocuments(documents.slice(from, from + atOnce));
    say('documents', from, documents.length);
  }
}

async function keepPhotos(tools: SeedTools, photos: readonly OwnPhoto[]): Promise<void> {
  const waiting = photos.values();
  const keepRest = async () => {
    for (const photo of waiting) {
      await tools.keepPhoto(bytesOf(photo), null);
      if (photo.number % 2000 === 0) say('photos', photo.number, photos.length);
    }
  };
  await Promise.all([keepRest(), keepRest(), keepRest(), keepRest()]);
}

async function record(tools: SeedTools, facts: readonly Fact[]): Promise<void> {
  for (let from = 0; from < facts.length; from += 2000) {
    const results = await tools.applyFacts(facts.slice(from, from + 2000));
    const refused = results.find((result) => result.kind !== 'applied');
    if (refused) throw new Error(`not accepted: ${JSON.stringify(refused)}`);
    say('facts', from, facts.length);
  }
}

/** Day after day; within a day dock, bench, desk, and each in its own order. */
function inTheirOrder(facts: readonly Fact[]): readonly Fact[] {
  const places = ['dock', 'bench', 'desk'];
  const keyed = facts.map((fact) => {
    const place = places.findIndex((one) => fact.stationId.includes(one));
    return { fact, key: `${fact.at.localDate} ${place} ${fact.at.utc}` };
  });
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ fact }) => fact);
}

function say(what: string, done: number, all: number): void {
  console.log(`  seed: ${what} ${done} of ${all}`);
}
