import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { Table } from './field.ts';
import { articles, orderLines } from './goodsTables.ts';
import { calendars, clients, contracts, people, sites } from './peopleTables.ts';
import { returns } from './returnsTable.ts';

const tables: readonly Table[] = [
  sites,
  calendars,
  people,
  clients,
  contracts,
  articles,
  orderLines,
  returns,
];

/** The kinds that come as tables; a policy's numbers are no table. */
export const tableKinds = tables.map(({ kind }) => kind);

export function tableOf(kind: OfficeKind): Table | null {
  return tables.find((table) => table.kind === kind) ?? null;
}
