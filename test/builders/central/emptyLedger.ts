import { emptyIndex } from '../../../central/cases/factsOfCase.ts';
import type { WorkingSet } from '../../../central/cases/workingSet.ts';
import { contractKey } from '../../../central/documents/contractKey.ts';
import type { Contract, OrderLine, Person, ReturnCase } from '../../../shared/facts/documents.ts';
import { aCalendar } from '../cases/aCalendar.ts';
import { aClient } from '../cases/aClient.ts';
import { aContract } from '../cases/aContract.ts';
import { aPolicy } from '../cases/aPolicy.ts';

/** What central knows in memory of these people, cases and order lines before anybody has recorded anything. */
export function emptyLedger(office: {
  readonly people: readonly Person[];
  readonly cases: readonly ReturnCase[];
  readonly orderLines: readonly OrderLine[];
  readonly contract?: Contract;
}): WorkingSet {
  const { people, cases, orderLines, contract = aContract() } = office;
  return {
    people: new Map(people.map((person) => [person.id, person])),
    cases: new Map(cases.map((one) => [one.id, one])),
    facts: emptyIndex(),
    refunds: new Map(),
    grants: new Map(),
    granted: [],
    takenIds: new Set(),
    duties: new Map(),
    rejected: new Set(),
    referenceData: {
      clients: new Map([['client-1', aClient()]]),
      contracts: new Map([[contractKey(contract.id, contract.version), contract]]),
      orderLines: new Map(orderLines.map((line) => [line.id, line])),
      calendars: new Map([['site-1', aCalendar()]]),
      policies: [aPolicy()],
    },
  };
}
