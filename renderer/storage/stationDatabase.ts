import { Dexie, type Table } from 'dexie';
import type { CatalogueEntry } from '../../shared/facts/catalogue.ts';
import type {
  Client,
  Contract,
  Grant,
  Person,
  PolicyVersion,
  Precedent,
  Refund,
  ReturnCase,
  Site,
  SiteCalendar,
} from '../../shared/facts/documents.ts';
import type { BegunDecisionRow } from './begunDecision.ts';
import type {
  AckRange,
  CaseBehind,
  CaseListRow,
  DraftRow,
  FactRow,
  HeldDecisionRow,
  IdentifierRow,
  MetaRow,
  OrderLinePack,
  OutboxRow,
  PhotoBytesRow,
  PhotoRow,
  RefusedRow,
  RowPage,
} from './rows.ts';
import { tablesOfV1 } from './upgrades/v1.ts';
import { tablesAddedInV2 } from './upgrades/v2.ts';
import { packOrderLines, tablesChangedInV3 } from './upgrades/v3.ts';
import { keepOlderReadersAway, tablesAddedInV4 } from './upgrades/v4.ts';
import { tablesAddedInV5 } from './upgrades/v5.ts';
import { tablesAddedInV6 } from './upgrades/v6.ts';
import { tablesChangedInV7 } from './upgrades/v7.ts';
import { nameCasesBehind, tablesAddedInV8 } from './upgrades/v8.ts';
import { tablesAddedInV9 } from './upgrades/v9.ts';
import { tablesAddedInV10 } from './upgrades/v10.ts';
import { keepReadersOfOldIndexesAway, tablesChangedInV11 } from './upgrades/v11.ts';

/**
 * Everything a station knows: documents under the key central gives them, facts, and what is on
 * its way. Strict: a finished transaction is on the disk (Chromium's default is not).
 */
export class StationDatabase extends Dexie {
  declare readonly clients: Table<Client, string>;
  declare readonly contracts: Table<Contract, string>;
  declare readonly policyVersions: Table<PolicyVersion, string>;
  declare readonly orderLinePacks: Table<OrderLinePack, number>;
  declare readonly cases: Table<ReturnCase, string>;
  declare readonly casePages: Table<RowPage, number>;
  declare readonly sites: Table<Site, string>;
  declare readonly calendars: Table<SiteCalendar, string>;
  declare readonly people: Table<Person, string>;
  declare readonly precedents: Table<Precedent, string>;
  declare readonly refunds: Table<Refund, string>;
  declare readonly grants: Table<Grant, string>;
  declare readonly catalogue: Table<CatalogueEntry, string>;
  declare readonly facts: Table<FactRow, string>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly answeredRuns: Table<AckRange, number>;
  declare readonly refused: Table<RefusedRow, string>;
  declare readonly photos: Table<PhotoRow, string>;
  declare readonly photoBytes: Table<PhotoBytesRow, string>;
  declare readonly identifiers: Table<IdentifierRow, string>;
  declare readonly caseRows: Table<CaseListRow, string>;
  declare readonly caseRowPages: Table<RowPage, number>;
  declare readonly casesBehind: Table<CaseBehind, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly begunDecisions: Table<BegunDecisionRow, string>;
  declare readonly heldDecisions: Table<HeldDecisionRow, string>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string) {
    // No cache: what `storeAtOnce` writes passes it by.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores(tablesOfV1);
    this.version(2).stores(tablesAddedInV2);
    this.version(3).stores(tablesChangedInV3).upgrade(packOrderLines);
    this.version(4).stores(tablesAddedInV4).upgrade(keepOlderReadersAway);
    this.version(5).stores(tablesAddedInV5);
    this.version(6).stores(tablesAddedInV6);
    this.version(7).stores(tablesChangedInV7);
    this.version(8).stores(tablesAddedInV8).upgrade(nameCasesBehind);
    this.version(9).stores(tablesAddedInV9);
    this.version(10).stores(tablesAddedInV10);
    this.version(11).stores(tablesChangedInV11).upgrade(keepReadersOfOldIndexesAway);
  }
}
