import type { Table } from 'dexie';
import type { Collection } from '../../shared/sync/change.ts';
import type { StationDatabase } from './stationDatabase.ts';

export type DocumentTable = Table<unknown, string>;

/** Where the documents of each collection lie; facts, order lines and cases have ways of their own. */
export function documentTables(db: StationDatabase): readonly {
  readonly collection: Exclude<Collection, 'facts' | 'orderLines' | 'cases'>;
  readonly table: DocumentTable;
}[] {
  return [
    { collection: 'clients', table: db.clients },
    { collection: 'contracts', table: db.contracts },
    { collection: 'policyVersions', table: db.policyVersions },
    { collection: 'sites', table: db.sites },
    { collection: 'calendars', table: db.calendars },
    { collection: 'people', table: db.people },
    { collection: 'precedents', table: db.precedents },
    { collection: 'refunds', table: db.refunds },
    { collection: 'grants', table: db.grants },
    { collection: 'catalogue', table: db.catalogue },
  ];
}
