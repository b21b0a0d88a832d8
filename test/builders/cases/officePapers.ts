import type { Change } from '../../../shared/sync/change.ts';
import { newYorkCalendar } from './aCalendar.ts';
import { aClient } from './aClient.ts';
import { aContract } from './aContract.ts';
import { anOrderLine } from './anOrderLine.ts';
import { aPolicy } from './aPolicy.ts';
import { siteId } from './ids.ts';

/** One client, contract, order line, calendar, policy and site, as a station is told of them. */
export function officePapers(): readonly Change[] {
  const site = {
    id: siteId('site-1'),
    name: 'Newark',
    city: 'Newark',
    country: 'US',
    timeZone: 'America/New_York',
    docks: ['D1'],
  };
  return [
    { collection: 'sites', id: 'site-1', body: site },
    { collection: 'clients', id: 'client-1', body: aClient() },
    { collection: 'contracts', id: 'contract-1:1', body: aContract() },
    { collection: 'policyVersions', id: 'policy-1', body: aPolicy() },
    { collection: 'calendars', id: 'site-1:1', body: newYorkCalendar() },
    { collection: 'orderLines', id: 'order-line-1', body: anOrderLine() },
  ];
}
