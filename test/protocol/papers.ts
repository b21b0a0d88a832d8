/** What the office wrote before the day begins: two cases, who works here, and which stations are not honest. */

import type { ReferenceData } from '../../central/cases/workingSet.ts';
import { contractKey } from '../../central/documents/contractKey.ts';
import type { Person, ReturnCase } from '../../shared/facts/documents.ts';
import { newYorkCalendar } from '../builders/cases/aCalendar.ts';
import { aCase } from '../builders/cases/aCase.ts';
import { aClient } from '../builders/cases/aClient.ts';
import { aContract } from '../builders/cases/aContract.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import { aPolicy } from '../builders/cases/aPolicy.ts';
import { aPerson } from '../builders/cases/decidedFacts.ts';
import { caseId, personId } from '../builders/cases/ids.ts';

const named = (name: string, ...roles: Person['roles']) =>
  aPerson({ id: personId(name), name, roles });

export const people: ReadonlyMap<string, Person> = new Map(
  [
    named('dora', 'dock'),
    named('ivan', 'inspector'),
    named('iris', 'inspector'),
    named('sara', 'supervisor'),
    named('sven', 'supervisor'),
    named('mallory', 'dock', 'inspector'),
  ].map((person) => [person.id, person]),
);

/** Enrolled at the same site as all others; who sits there has a key of their own. */
export const hostileStation = 'M';
/** Stolen with the keys people have there, and revoked before the day. */
export const revokedStation = { id: 'R', revokedAt: '2026-11-10T00:00:00.000Z' };

export const officeCases: ReadonlyMap<string, ReturnCase> = new Map(
  ['case-1', 'case-2'].map((id) => [id, aCase({ id: caseId(id), rma: `RMA-${id}` })]),
);

const contract = aContract();
const line = anOrderLine();
const calendar = newYorkCalendar();
export const referenceData: ReferenceData = {
  clients: new Map([['client-1', aClient()]]),
  contracts: new Map([[contractKey(contract.id, contract.version), contract]]),
  orderLines: new Map([[line.id, line]]),
  calendars: new Map([[calendar.siteId, calendar]]),
  policies: [aPolicy()],
};
