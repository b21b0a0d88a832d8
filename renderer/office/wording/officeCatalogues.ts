import type { Language } from '../../wording/languages.ts';
import { audit as auditDe } from './de/audit.ts';
import { calendar as calendarDe } from './de/calendar.ts';
import { connections as connectionsDe } from './de/connections.ts';
import { fields as fieldsDe } from './de/fields.ts';
import { imports as importsDe } from './de/imports.ts';
import { office as officeDe } from './de/office.ts';
import { people as peopleDe } from './de/people.ts';
import { policy as policyDe } from './de/policy.ts';
import { refunds as refundsDe } from './de/refunds.ts';
import { stations as stationsDe } from './de/stations.ts';
import { today as todayDe } from './de/today.ts';
import { audit } from './en/audit.ts';
import { calendar } from './en/calendar.ts';
import { connections } from './en/connections.ts';
import { fields } from './en/fields.ts';
import { imports } from './en/imports.ts';
import { office } from './en/office.ts';
import { people } from './en/people.ts';
import { policy } from './en/policy.ts';
import { refunds } from './en/refunds.ts';
import { stations } from './en/stations.ts';
import { today } from './en/today.ts';
import { audit as auditEs } from './es/audit.ts';
import { calendar as calendarEs } from './es/calendar.ts';
import { connections as connectionsEs } from './es/connections.ts';
import { fields as fieldsEs } from './es/fields.ts';
import { imports as importsEs } from './es/imports.ts';
import { office as officeEs } from './es/office.ts';
import { people as peopleEs } from './es/people.ts';
import { policy as policyEs } from './es/policy.ts';
import { refunds as refundsEs } from './es/refunds.ts';
import { stations as stationsEs } from './es/stations.ts';
import { today as todayEs } from './es/today.ts';
import { audit as auditZh } from './zh/audit.ts';
import { calendar as calendarZh } from './zh/calendar.ts';
import { connections as connectionsZh } from './zh/connections.ts';
import { fields as fieldsZh } from './zh/fields.ts';
import { imports as importsZh } from './zh/imports.ts';
import { office as officeZh } from './zh/office.ts';
import { people as peopleZh } from './zh/people.ts';
import { policy as policyZh } from './zh/policy.ts';
import { refunds as refundsZh } from './zh/refunds.ts';
import { stations as stationsZh } from './zh/stations.ts';
import { today as todayZh } from './zh/today.ts';

export const officeEnglish = {
  ...connections,
  ...fields,
  ...imports,
  ...office,
  ...people,
  ...policy,
  ...refunds,
  ...stations,
  ...today,
  ...audit,
  ...calendar,
};

/** Every sentence only central's page says. */
export type OfficeWordingId = keyof typeof officeEnglish;

export const officeCatalogues: {
  readonly [L in Language]: { readonly [Id in OfficeWordingId]: string };
} = {
  en: officeEnglish,
  de: {
    ...connectionsDe,
    ...fieldsDe,
    ...importsDe,
    ...officeDe,
    ...peopleDe,
    ...policyDe,
    ...refundsDe,
    ...stationsDe,
    ...todayDe,
    ...auditDe,
    ...calendarDe,
  },
  es: {
    ...connectionsEs,
    ...fieldsEs,
    ...importsEs,
    ...officeEs,
    ...peopleEs,
    ...policyEs,
    ...refundsEs,
    ...stationsEs,
    ...todayEs,
    ...auditEs,
    ...calendarEs,
  },
  zh: {
    ...connectionsZh,
    ...fieldsZh,
    ...importsZh,
    ...officeZh,
    ...peopleZh,
    ...policyZh,
    ...refundsZh,
    ...stationsZh,
    ...todayZh,
    ...auditZh,
    ...calendarZh,
  },
};
