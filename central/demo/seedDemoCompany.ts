/** Moves the demo company into an empty central, through the doors everybody uses. */
import { readFile } from 'node:fs/promises';
import type { Fact } from '../../shared/facts/fact.ts';
import type { LocalDate } from '../../shared/facts/time.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { SeedTools } from '../seedTools.ts';
import { photoFile } from './company/drawnPhotos.ts';
import { withOwnPhotos } from './company/ownPhotos.ts';
import { photoNames } from './company/photoList.ts';
import { type DemoCompany, demoCompany } from './demoCompany.ts';
import { toldByOffice } from './toldByOffice.ts';

/** The company everybody meets who starts the demo. */
export const demoSeed = 'northquay';

export type Seeding = Pick<
  SeedTools,
  'tellOffice' | 'putDocuments' | 'registerPerson' | 'registerStation' | 'applyFacts' | 'keepPhoto'
> & {
  /** The day at the main site; the company is told as it stands on that morning. */
  readonly today: LocalDate;
  readonly seed?: string;
};

export async function seedDemoCompany(
  _database: CentralDatabase,
  { today, seed = demoSeed, ...tools }: Seeding,
): Promise<DemoCompany> {
  const company = await withPicturesOf(demoCompany({ today, seed }), tools);
  const told = toldByOffice(company.documents);
  await tools.tellOffice(told);
  const said = new Set<string>(told.map(({ externalId }) => externalId.id));
  await tools.putDocuments(
    company.documents.filter(({ collection, id }) => collection === 'precedents' || !said.has(id)),
  );
  await Promise.all([
    ...company.people.map(({ person, pin }) => tools.registerPerson(person, pin)),
    keepPhotos(tools),
  ]);
  for (const { id, siteId, name } of company.stations)
    await tools.registerStation({ stationId: id, siteId, name });
  for (const run of shiftsOf(company)) {
    const results = await tools.applyFacts(run);
    const refused = results.find((result) => result.kind !== 'applied');
    if (refused) throw new Error(`The demo's history was not accepted: ${JSON.stringify(refused)}`);
  }
  return company;
}

/** Every site may see them: they show articles, not people or papers. */
async function withPicturesOf(
  company: DemoCompany,
  { keepPhoto }: Pick<SeedTools, 'keepPhoto'>,
): Promise<DemoCompany> {
  const scripts = [];
  for (const { key, facts } of company.scripts)
    scripts.push({ key, facts: await withOwnPhotos(facts, (bytes) => keepPhoto(bytes, null)) });
  return { ...company, scripts };
}

/** What clients sent with their applications. */
async function keepPhotos({ keepPhoto }: Pick<SeedTools, 'keepPhoto'>): Promise<void> {
  for (const name of photoNames) await keepPhoto(await readFile(photoFile(name)), null);
}

/**
 * What each station recorded on each day, day after day: within a day the dock comes before the
 * bench and the bench before the desk, as the goods do.
 */
function shiftsOf(company: DemoCompany): readonly (readonly Fact[])[] {
  const shifts = new Map<string, Fact[]>();
  for (const fact of company.scripts.flatMap((script) => script.facts)) {
    const place = company.stations.findIndex((station) => station.id === fact.stationId);
    const key = `${fact.at.localDate} ${String(place).padStart(2, '0')}`;
    shifts.set(key, [...(shifts.get(key) ?? []), fact]);
  }
  return [...shifts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, facts]) => facts.toSorted((a, b) => (a.at.utc < b.at.utc ? -1 : 1)));
}
