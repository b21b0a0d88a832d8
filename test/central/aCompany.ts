/** One site with its office documents and four people, put into a central. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { signingKeys } from '../../central/database/keySchema.ts';
import type { CentralDatabase } from '../../central/database/openDatabase.ts';
import type { DocumentToPut } from '../../central/documents/document.ts';
import type { SeedTools } from '../../central/seedTools.ts';
import type { Person, ReturnCase, Site } from '../../shared/facts/documents.ts';
import { aCalendar } from '../builders/cases/aCalendar.ts';
import { aCase, aReturnLine } from '../builders/cases/aCase.ts';
import { aClient } from '../builders/cases/aClient.ts';
import { aContract } from '../builders/cases/aContract.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { aPolicy } from '../builders/cases/aPolicy.ts';
import { aPerson } from '../builders/cases/decidedFacts.ts';
import { caseId, orderLineId, personId, siteId } from '../builders/cases/ids.ts';

export type Keys = ReadonlyMap<string, KeyObject>;

export const people: readonly Person[] = [
  aPerson({ id: personId('dora'), name: 'Dora', badge: 'DORA01', roles: ['dock'] }),
  aPerson(),
  aPerson({ id: personId('sara'), name: 'Sara', badge: 'SARA01', roles: ['supervisor'] }),
  aPerson({
    id: personId('olga'),
    name: 'Olga',
    badge: 'OLGA01',
    roles: ['inspector', 'supervisor'],
  }),
  aPerson({
    id: personId('otto'),
    name: 'Otto, of the other site',
    badge: 'OTTO01',
    roles: ['dock', 'inspector', 'supervisor'],
    siteIds: [siteId('site-2')],
  }),
];

/**
 * People with the PIN 123456, and cases `case-1` to `case-n` of site-1, each of ten pumps of its own.
 * `moveInWithoutPins` where nobody signs in.
 */
export async function moveIn(tools: SeedTools, cases = 1): Promise<Keys> {
  const signers = await Promise.all(
    people.map(
      async (person) => [person.id, await tools.registerPerson(person, '123456')] as const,
    ),
  );
  await tools.putDocuments(officeDocuments(cases));
  return new Map(signers);
}

export async function moveInWithoutPins(
  tools: SeedTools,
  database: CentralDatabase,
  cases = 1,
): Promise<Keys> {
  const keys = await giveKeys(database, people);
  await tools.putDocuments([
    ...people.map((body) => ({ collection: 'people' as const, body })),
    ...officeDocuments(cases),
  ]);
  return keys;
}

/** A key of their own for each of them, which central believes from now on. */
export async function giveKeys(
  database: CentralDatabase,
  persons: readonly Person[],
): Promise<Keys> {
  const pairs = persons.map(({ id }) => ({
    id,
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  }));
  await database.write((rows) =>
    rows.insert(signingKeys).values(
      pairs.map(({ id, publicKey }) => ({
        personId: id,
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        vouchedBy: { kind: 'teller' as const },
      })),
    ),
  );
  return new Map(pairs.map(({ id, privateKey }) => [id, privateKey]));
}

export function officeDocuments(cases: number): readonly DocumentToPut[] {
  return [
    { collection: 'sites', body: aSite('site-1') },
    { collection: 'sites', body: aSite('site-2') },
    { collection: 'calendars', body: aCalendar() },
    { collection: 'clients', body: aClient() },
    { collection: 'contracts', body: aContract() },
    { collection: 'policyVersions', body: aPolicy() },
    ...Array.from({ length: Math.max(1, cases) }, (_, index) => ({
      collection: 'orderLines' as const,
      body: anOrderLine({ id: orderLineId(`order-line-${index + 1}`), lineNumber: index + 1 }),
    })),
    ...Array.from({ length: cases }, (_, index) => ({
      collection: 'cases' as const,
      body: caseNumber(index + 1),
    })),
  ];
}

export function caseNumber(number: number, overrides: Partial<ReturnCase> = {}): ReturnCase {
  return aCase({
    id: caseId(`case-${number}`),
    rma: `RMA-${1000 + number}`,
    lines: [aReturnLine({ orderLineId: orderLineId(`order-line-${number}`) })],
    ...overrides,
  });
}

export function aSite(id: string): Site {
  return {
    id: siteId(id),
    name: `Site ${id}`,
    city: 'Newark',
    country: 'US',
    timeZone: 'America/New_York',
    docks: ['D1'],
  };
}
