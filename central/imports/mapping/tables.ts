import type { TableKind } from '../../../shared/sync/importsApi.ts';
import { catalogue } from './catalogueTable.ts';
import type { Table } from './field.ts';
import { articles, orderLines } from './goodsTables.ts';
import { calendars, clients, contracts, people, sites } from './peopleTables.ts';
import { returns } from './returnsTable.ts';

const tables: Readonly<Record<TableKind, Table>> = {
  sites,
  calendars,
  people,
  clients,
  contracts,
  articles,
  catalogue,
  'order-lines': orderLines,
  returns,
};

export function tableOf(kind: TableKind): Table {
  return tables[kind];
}
